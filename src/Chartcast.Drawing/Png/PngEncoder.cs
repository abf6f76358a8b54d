using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Png;

/// <summary>Paints a scene and packs it as PNG: with a palette when 256 colours suffice, else in true colour.</summary>
/// <remarks>
/// The same scene gives the same bytes on every run, thread and machine. Thread-safe. Buffers are kept for the
/// next picture; large pictures are painted in bands, so memory stays bounded.
/// </remarks>
public static class PngEncoder
{
    private static readonly IdlePool<PngSink> Idle = new();

    /// <summary>The scene as a PNG file.</summary>
    /// <param name="scene">The scene.</param>
    public static byte[] Encode(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        PngSink sink = Idle.Rent();
        sink.Start(scene.WidthPx, scene.HeightPx);
        PicturePainter.Paint(scene, sink);
        byte[] file = sink.TakeFile();
        Idle.Return(sink);
        return file;
    }
}
