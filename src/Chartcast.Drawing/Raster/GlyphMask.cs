namespace Chartcast.Drawing.Raster;

/// <summary>The coverage of a glyph at one size and quarter-pixel phase.</summary>
/// <param name="Left">First column, relative to the whole pixel of the glyph's origin.</param>
/// <param name="Top">First row, relative to the baseline; negative above it.</param>
/// <param name="Width">Columns, a multiple of eight.</param>
/// <param name="Height">Rows.</param>
/// <param name="Coverage">One byte a pixel, rows from the top.</param>
internal sealed record GlyphMask(int Left, int Top, int Width, int Height, byte[] Coverage)
{
    public static readonly GlyphMask Empty = new(0, 0, 0, 0, []);
}
