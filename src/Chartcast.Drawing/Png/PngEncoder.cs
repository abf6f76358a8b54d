using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Png;

/// <summary>Paints a scene and packs it as PNG: with a palette when 256 colours suffice, else in true colour.</summary>
/// <remarks>
/// The same scene gives the same bytes on every run, thread and machine. Thread-safe. Buffers are kept for the next
/// picture;
/// large pictures are painted in bands, so memory stays bounded.
/// </remarks>
public static class PngEncoder
{
    private static readonly PngSink?[] Idle = new PngSink?[Math.Max(2, Environment.ProcessorCount)];

    /// <summary>The scene as a PNG file.</summary>
    /// <param name="scene">The scene.</param>
    public static byte[] Encode(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        PngSink sink = Rent();
        sink.Start(scene.WidthPx, scene.HeightPx);
        PicturePainter.Paint(scene, sink);
        byte[] file = sink.TakeFile();
        Return(sink);
        return file;
    }

    private static PngSink Rent()
    {
        for (int i = 0; i < Idle.Length; i++)
        {
            if (Interlocked.Exchange(ref Idle[i], null) is { } sink) return sink;
        }

        return new PngSink();
    }

    private static void Return(PngSink sink)
    {
        for (int i = 0; i < Idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref Idle[i], sink, null) is null) return;
        }
    }
}
