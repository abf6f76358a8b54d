using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;
using FsCheck;
using FsCheck.Fluent;

namespace Chartcast.Drawing.Tests.Raster;

public sealed class CoveragePropertyTests
{
    private const int Side = 16, Samples = 16;
    private static readonly PixelRect Area = new(0, 0, Side, Side);
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>Corners in sixteenths of a pixel, up to a picture's side outside it.</summary>
    private static Arbitrary<ScenePoint[]> Polygons => (
        from count in Gen.Choose(3, 9)
        from values in Gen.Choose(-Side * 16, Side * 32).ArrayOf(count * 2)
        select Enumerable.Range(0, count).Select(i =>
            new ScenePoint(values[2 * i] / 16f, values[(2 * i) + 1] / 16f)).ToArray())
        .ToArbitrary();

    [Fact]
    public void Coverage_EqualsTheAreaCutOutOfEachPixel_ForAnyPolygon() =>
        Prop.ForAll(Polygons, polygon =>
        {
            byte[,] grid = CoverageGrid.Fill(Area, polygon);
            for (int y = 0; y < Side; y++)
            {
                for (int x = 0; x < Side; x++)
                {
                    double exact = 255 * Math.Min(1, Math.Abs(CutArea(polygon, x, y)));
                    if (Math.Abs(grid[y, x] - exact) > 1) return false;
                }
            }

            return true;
        }).Check(Many);

    [Fact]
    public void Coverage_FollowsTheNonZeroRule_WhereNoEdgePasses() =>
        Prop.ForAll(Polygons, polygon =>
        {
            byte[,] grid = CoverageGrid.Fill(Area, polygon);
            for (int y = 0; y < Side; y++)
            {
                for (int x = 0; x < Side; x++)
                {
                    int hits = Hits(polygon, x, y, out bool isUniform);
                    if (isUniform && Math.Abs(grid[y, x] - (255.0 * hits / (Samples * Samples))) > 255 * 0.13)
                        return false;
                }
            }

            return true;
        }).Check(Many);

    /// <summary>
    /// Signed area of the polygon inside a pixel, by cutting at its four sides (Sutherland–Hodgman) and the shoelace
    /// sum.
    /// </summary>
    private static double CutArea(ScenePoint[] polygon, int x, int y)
    {
        List<(double X, double Y)> points = [.. polygon.Select(p => (p.X - x + 0.0, p.Y - y + 0.0))];
        points = Cut(points, p => p.X, (p, q, t) => (0, p.Y + ((q.Y - p.Y) * t)), 0, 1);
        points = Cut(points, p => -p.X, (p, q, t) => (1, p.Y + ((q.Y - p.Y) * t)), -1, 1);
        points = Cut(points, p => p.Y, (p, q, t) => (p.X + ((q.X - p.X) * t), 0), 0, 1);
        points = Cut(points, p => -p.Y, (p, q, t) => (p.X + ((q.X - p.X) * t), 1), -1, 1);
        double sum = 0;
        for (int i = 0; i < points.Count; i++)
        {
            (double X, double Y) a = points[i], b = points[(i + 1) % points.Count];
            sum += (a.X * b.Y) - (b.X * a.Y);
        }

        return sum / 2;
    }

    private static List<(double X, double Y)> Cut(
        List<(double X, double Y)> points,
        Func<(double X, double Y), double> height,
        Func<(double X, double Y), (double X, double Y), double, (double, double)> cross,
        double least,
        int sign)
    {
        var kept = new List<(double X, double Y)>();
        for (int i = 0; i < points.Count; i++)
        {
            (double X, double Y) a = points[i], b = points[(i + 1) % points.Count];
            double from = sign * (height(a) - least), to = sign * (height(b) - least);
            if (from >= 0) kept.Add(a);
            if ((from >= 0) != (to >= 0)) kept.Add(cross(a, b, from / (from - to)));
        }

        return kept;
    }

    /// <summary>
    /// Samples inside by the non-zero rule; uniform when all windings have one sign and size or are zero.
    /// </summary>
    private static int Hits(ScenePoint[] polygon, int x, int y, out bool isUniform)
    {
        int hits = 0, seen = 0;
        isUniform = true;
        for (int i = 0; i < Samples * Samples; i++)
        {
            double px = x + (((i % Samples) + 0.5) / Samples), py = y + (((i / Samples) + 0.5) / Samples);
            int winding = Winding(polygon, px, py);
            if (winding == 0) continue;
            hits++;
            if (Math.Abs(winding) != 1 || (seen != 0 && seen != winding)) isUniform = false;
            seen = winding;
        }

        return hits;
    }

    private static int Winding(ScenePoint[] polygon, double x, double y)
    {
        int winding = 0;
        for (int i = 0; i < polygon.Length; i++)
        {
            ScenePoint a = polygon[i], b = polygon[(i + 1) % polygon.Length];
            if ((a.Y <= y) == (b.Y <= y)) continue;
            double at = a.X + ((y - a.Y) * (b.X - a.X) / (b.Y - a.Y));
            if (at < x) winding += a.Y < b.Y ? 1 : -1;
        }

        return winding;
    }
}
