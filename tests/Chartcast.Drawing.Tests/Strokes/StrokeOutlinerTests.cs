using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Strokes;
using Chartcast.Drawing.Tests.Raster;

namespace Chartcast.Drawing.Tests.Strokes;

public sealed class StrokeOutlinerTests
{
    private static readonly PixelRect Area = new(0, 0, 40, 40);

    [Fact]
    public void Outline_OfAStraightLine_IsARectangleWithButtEnds()
    {
        ReadOnlySpan<ScenePoint> outline = new StrokeOutliner().Outline([new(2, 10), new(12, 10)], 4);
        Assert.Equal([new(2, 12), new(12, 12), new(12, 8), new(2, 8)], outline.ToArray());
    }

    [Fact]
    public void Outline_IsEmpty_WhenAllPointsAreTheSame() =>
        Assert.Equal(0, new StrokeOutliner().Outline([new(3, 3), new(3, 3)], 2).Length);

    [Fact]
    public void Outline_IgnoresRepeatedAndMiddlePoints()
    {
        byte[,] plain = Fill([new(2, 10), new(30, 10)], 3);
        Assert.Equal(plain, Fill([new(2, 10), new(9, 10), new(9, 10), new(30, 10)], 3));
    }

    [Theory]
    [InlineData(30, 10)]
    [InlineData(10, 30)]
    [InlineData(28, 28)]
    [InlineData(12, 11)]
    public void Outline_CoversExactlyTheUnionOfItsPartsAndARoundCorner(float endX, float endY)
    {
        ScenePoint start = new(8, 20), corner = new(20, 20), end = new(endX, endY);
        byte[,] grid = Fill([start, corner, end], 6);
        double worst = 0;
        for (int y = 0; y < Area.Height; y++)
        {
            for (int x = 0; x < Area.Width; x++)
            {
                int inside = 0;
                for (int i = 0; i < 256; i++)
                {
                    double px = x + (((i % 16) + 0.5) / 16), py = y + (((i / 16) + 0.5) / 16);
                    if (IsOn(start, corner, px, py) || IsOn(corner, end, px, py)
                        || IsNear(corner, start, end, px, py)) inside++;
                }

                worst = Math.Max(worst, Math.Abs((inside / 256.0) - (grid[y, x] / 255.0)));
            }
        }

        // Where the two parts cross in a sharp corner one pixel may count both.
        Assert.InRange(worst, 0, endX == 12 ? 0.6 : 0.09);
    }

    [Fact]
    public void Dasher_CutsTheLengthsOfThePattern_AroundCorners()
    {
        var lengths = new List<double>();
        new Dasher().Cut(
            [new(0, 5), new(10, 5), new(10, 30)],
            new Stroke(default, 2, DashPattern.Dashed),
            Area,
            dash => lengths.Add(Length(dash)));
        Assert.Equal(5, lengths.Count);
        Assert.All(lengths.Take(4), length => Assert.Equal(4, length, 1e-3));
        Assert.Equal(3, lengths[4], 1e-3);
    }

    [Fact]
    public void Dasher_KeepsThePhase_WhenALongPartIsOutOfSight()
    {
        var seen = new List<float>();
        new Dasher().Cut(
            [new(-900_000, 5), new(40, 5)], new Stroke(default, 1, DashPattern.Dotted), Area, dash =>
                seen.Add(dash[0].X));
        Assert.InRange(seen.Count, 15, 30);
        Assert.All(seen.Skip(1), x => Assert.Equal(0, Math.Abs(x) % 2, 0.1));
    }

    private static byte[,] Fill(ScenePoint[] line, double widthPx) =>
        CoverageGrid.Fill(Area, new StrokeOutliner().Outline(line, widthPx));

    private static bool IsOn(ScenePoint a, ScenePoint b, double x, double y)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y, square = (dx * dx) + (dy * dy);
        double along = (((x - a.X) * dx) + ((y - a.Y) * dy)) / square;
        double across = Math.Abs(((x - a.X) * dy) - ((y - a.Y) * dx)) / Math.Sqrt(square);
        return along is >= 0 and <= 1 && across <= 3;
    }

    /// <summary>On the round corner: near enough, and beyond the end of both parts.</summary>
    private static bool IsNear(ScenePoint corner, ScenePoint start, ScenePoint end, double x, double y)
    {
        double dx = x - corner.X, dy = y - corner.Y;
        return (dx * dx) + (dy * dy) <= 9
            && (dx * (corner.X - start.X)) + (dy * (corner.Y - start.Y)) >= 0
            && (dx * (corner.X - end.X)) + (dy * (corner.Y - end.Y)) >= 0;
    }

    private static double Length(ReadOnlySpan<ScenePoint> points)
    {
        double length = 0;
        for (int i = 1; i < points.Length; i++)
            length += Math.Sqrt(Math.Pow(points[i].X - points[i - 1].X, 2)
                + Math.Pow(points[i].Y - points[i - 1].Y, 2));
        return length;
    }
}
