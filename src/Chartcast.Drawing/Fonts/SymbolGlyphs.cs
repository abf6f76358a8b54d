namespace Chartcast.Drawing.Fonts;

/// <summary>
/// Marks that charts need and Roboto lacks: triangles, disc, square, diamond and arrows, drawn for an em of 2048.
/// </summary>
internal static class SymbolGlyphs
{
    public const int UnitsPerEm = 2048;

    private const float Top = 1456, Middle = 728, Side = 100;
    private const float ArrowHead = 420, ArrowWidth = 330, HalfShaft = 70;

    private static readonly (char Character, int Advance, GlyphOutline Outline)[] All =
    [
        ('▲', 1500, Polygon((Side, 100), (750, 1300), (1400, 100))),
        ('▼', 1500, Polygon((Side, 1300), (1400, 1300), (750, 100))),
        ('●', 1300, Disc(650, Middle, 500)),
        ('■', 1300, Polygon((150, 228), (150, 1228), (1150, 1228), (1150, 228))),
        ('◆', 1400, Polygon((Side, Middle), (700, Top - 128), (1300, Middle), (700, 128))),
        ('←', 1900, Arrow((x, y) => (1900 - x, y))),
        ('↑', 1000, Arrow((x, y) => (500 + Middle - y, x - 220))),
        ('→', 1900, Arrow((x, y) => (x, y))),
        ('↓', 1000, Arrow((x, y) => (500 + y - Middle, 1680 - x))),
    ];

    public static int Count => All.Length;

    /// <summary>Index of a character's mark, or -1.</summary>
    public static int Find(int codePoint)
    {
        for (int i = 0; i < All.Length; i++)
        {
            if (All[i].Character == codePoint) return i;
        }

        return -1;
    }

    public static int Advance(int index) => All[index].Advance;

    public static GlyphOutline Outline(int index) => All[index].Outline;

    private static GlyphOutline Polygon(params (float X, float Y)[] corners)
    {
        OutlinePoint[] points = [.. corners.Select(corner => new OutlinePoint(corner.X, corner.Y, OnCurve: true))];
        return new GlyphOutline(points, [points.Length]);
    }

    private static GlyphOutline Arrow(Func<float, float, (float X, float Y)> place)
    {
        const float tail = 150, tip = 1750;
        return Polygon(
            place(tail, Middle + HalfShaft),
            place(tip - ArrowHead, Middle + HalfShaft),
            place(tip - ArrowHead, Middle + ArrowWidth),
            place(tip, Middle),
            place(tip - ArrowHead, Middle - ArrowWidth),
            place(tip - ArrowHead, Middle - HalfShaft),
            place(tail, Middle - HalfShaft));
    }

    /// <summary>
    /// Eight quadratic arcs; their controls lie at radius·(1/cos 22.5°), the corners of the octagon around the circle.
    /// </summary>
    private static GlyphOutline Disc(float centerX, float centerY, float radius)
    {
        const float tangent = 0.41421356f;
        (float X, float Y)[] octagon =
        [
            (1, tangent), (tangent, 1), (-tangent, 1), (-1, tangent), (-1, -tangent), (-tangent, -1), (tangent, -1),
                (1, -tangent),
        ];
        OutlinePoint[] points =
            [.. octagon.Select(p =>
                new OutlinePoint(centerX + (p.X * radius), centerY + (p.Y * radius), OnCurve: false))];
        return new GlyphOutline(points, [points.Length]);
    }
}
