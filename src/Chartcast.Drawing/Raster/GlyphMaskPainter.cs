using System.Buffers.Binary;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Drawing.Raster;

/// <summary>Paints a glyph into a mask of its own.</summary>
internal static class GlyphMaskPainter
{
    /// <summary>Sub-pixel positions a glyph can stand at.</summary>
    public const int Phases = 4;

    public static GlyphMask Paint(Typeface typeface, int glyph, float sizePx, int phase)
    {
        GlyphOutline outline = typeface.Outline(glyph);
        if (outline.IsEmpty) return GlyphMask.Empty;
        float scale = sizePx / typeface.UnitsPerEm, shift = (float)phase / Phases;
        PixelRect box = Bounds(outline, scale, shift);
        var edges = new EdgeAccumulator();
        edges.Begin(box);
        var flattener = new CurveFlattener(edges, (scale, -scale), (shift, 0));
        outline.Walk(ref flattener);
        var target = new MaskTarget(new byte[box.Width * box.Height], box);
        edges.Sweep(ref target);
        return new GlyphMask(box.Left, box.Top, box.Width, box.Height, target.Coverage);
    }

    private static PixelRect Bounds(GlyphOutline outline, float scale, float shift)
    {
        float left = float.MaxValue, top = float.MaxValue, right = float.MinValue, bottom = float.MinValue;
        foreach (OutlinePoint point in outline.Points)
        {
            float x = (point.X * scale) + shift, y = -point.Y * scale;
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
        }

        int first = (int)MathF.Floor(left), width = (int)MathF.Ceiling(right) - first;
        return new PixelRect(first, (int)MathF.Floor(top), (width + 7) & ~7,
            (int)MathF.Ceiling(bottom) - (int)MathF.Floor(top));
    }

    private struct MaskTarget(byte[] coverage, PixelRect box) : ICoverageTarget
    {
        private int _row;

        public readonly byte[] Coverage => coverage;

        public void BeginRow(int y) => _row = ((y - box.Top) * box.Width) - box.Left;

        public readonly void Cover(int x, ulong values) =>
            BinaryPrimitives.WriteUInt64LittleEndian(coverage.AsSpan(_row + x), values);

        public readonly void CoverRun(int from, int to, byte value) =>
            coverage.AsSpan(_row + from, to - from).Fill(value);
    }
}
