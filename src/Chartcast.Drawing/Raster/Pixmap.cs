using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Raster;

/// <summary>A painted picture: indices into a palette, or red, green and blue; always opaque.</summary>
public sealed class Pixmap
{
    private readonly byte[] _pixels;
    private readonly Rgba[] _palette;

    internal Pixmap(int widthPx, int heightPx, byte[] pixels, Rgba[] palette)
    {
        WidthPx = widthPx;
        HeightPx = heightPx;
        _pixels = pixels;
        _palette = palette;
    }

    /// <summary>Width in pixels.</summary>
    public int WidthPx { get; }

    /// <summary>Height in pixels.</summary>
    public int HeightPx { get; }

    /// <summary>The colours of an indexed picture; empty when in true colour.</summary>
    public ReadOnlySpan<Rgba> Palette => _palette;

    /// <summary>The colour of a pixel.</summary>
    /// <param name="x">Column, 0 to width − 1.</param>
    /// <param name="y">Row, 0 to height − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pixel lies outside.</exception>
    public Rgba this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)WidthPx, nameof(x));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)HeightPx, nameof(y));
            int at = (y * WidthPx) + x;
            return _palette.Length > 0
                ? _palette[_pixels[at]]
                : new Rgba(_pixels[3 * at], _pixels[(3 * at) + 1], _pixels[(3 * at) + 2]);
        }
    }

    /// <summary>Paints a scene as its PNG shows it.</summary>
    /// <param name="scene">The scene; at most 100 million pixels, as the whole picture is held in memory.</param>
    /// <exception cref="ArgumentException">The picture is too large to hold.</exception>
    public static Pixmap Paint(Scene scene) => Paint(scene, inTrueColor: false);

    internal static Pixmap Paint(Scene scene, bool inTrueColor)
    {
        ArgumentNullException.ThrowIfNull(scene);
        const int maxPixels = 100_000_000;
        if ((long)scene.WidthPx * scene.HeightPx > maxPixels)
            throw new ArgumentException($"A pixmap holds at most {maxPixels} pixels; PngEncoder has no such limit.",
                nameof(scene));
        var sink = new PixmapSink(scene.WidthPx, scene.HeightPx);
        PicturePainter.Paint(scene, sink, inTrueColor);
        return sink.Finish();
    }
}
