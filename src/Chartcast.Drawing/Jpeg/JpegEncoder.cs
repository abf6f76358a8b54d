using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Jpeg;

/// <summary>Paints a scene and packs it as baseline JPEG: full colour resolution (4:4:4), standard tables.</summary>
/// <remarks>
/// The transform is in whole numbers: the same scene and quality give the same bytes on every run, thread and machine.
/// Thread-safe. Lines of charts blur in JPEG, and PNG is mostly smaller; it is for those who take nothing else.
/// </remarks>
public static class JpegEncoder
{
    /// <summary>The quality that is used when none is named.</summary>
    public const int DefaultQuality = 90;

    /// <summary>Best quality: nothing but rounding is lost.</summary>
    public const int MaximumQuality = 100;

    private static readonly IdlePool<JpegSink> Idle = new();

    /// <summary>The scene as a JPEG file, on its background.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="quality">1 small to 100 good, as the Independent JPEG Group's programs count.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quality is outside 1–100.</exception>
    public static byte[] Encode(Scene scene, int quality = DefaultQuality)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, MaximumQuality);
        JpegSink sink = Idle.Rent();
        sink.Start(scene.WidthPx, scene.HeightPx, quality);
        PicturePainter.Paint(scene, sink);
        byte[] file = sink.TakeFile();
        Idle.Return(sink);
        return file;
    }
}
