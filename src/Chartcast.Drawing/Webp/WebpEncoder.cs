using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Webp;

/// <summary>Paints a scene and packs it as lossless WebP: every pixel as in the PNG.</summary>
/// <remarks>
/// The same scene gives the same bytes on every run, thread and machine. Thread-safe. Pixels are coded band by band, so
/// memory grows with what a picture shows, not with its size.
/// </remarks>
public static class WebpEncoder
{
    private static readonly IdlePool<WebpSink> Idle = new();

    /// <summary>The scene as a WebP file.</summary>
    /// <param name="scene">The scene.</param>
    public static byte[] Encode(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        WebpSink sink = Idle.Rent();
        sink.Start(scene.WidthPx, scene.HeightPx);
        PicturePainter.Paint(scene, sink);
        byte[] file = sink.TakeFile();
        Idle.Return(sink);
        return file;
    }
}
