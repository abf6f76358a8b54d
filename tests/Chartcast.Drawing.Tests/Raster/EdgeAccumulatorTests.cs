using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Tests.Raster;

public sealed class EdgeAccumulatorTests
{
    private static readonly PixelRect Area = new(0, 0, 20, 12);

    [Fact]
    public void Coverage_IsWhole_InsideARectangleOnPixelBorders()
    {
        byte[,] grid = CoverageGrid.Fill(Area, new(2, 3), new(18, 3), new(18, 9), new(2, 9));
        for (int y = 0; y < 12; y++)
        {
            for (int x = 0; x < 20; x++) Assert.Equal(x is >= 2 and < 18 && y is >= 3 and < 9 ? 255 : 0, grid[y, x]);
        }
    }

    [Fact]
    public void Coverage_IsTheShareOfThePixel_WhenARectangleCutsIt()
    {
        byte[,] grid = CoverageGrid.Fill(Area, new(2.5f, 3.75f), new(6.25f, 3.75f), new(6.25f, 5), new(2.5f, 5));
        Assert.Equal(32, grid[3, 2]);
        Assert.Equal(64, grid[3, 3]);
        Assert.Equal(16, grid[3, 6]);
        Assert.Equal(128, grid[4, 2]);
        Assert.Equal(255, grid[4, 4]);
        Assert.Equal(64, grid[4, 6]);
        Assert.Equal(0, grid[5, 4]);
    }

    [Fact]
    public void Coverage_OfATriangle_IsItsExactArea()
    {
        byte[,] grid = CoverageGrid.Fill(Area, new(0, 0), new(8, 0), new(0, 4));
        // The slanted edge falls half a pixel a column: x = 8 − 2y.
        Assert.Equal(new byte[] { 255, 255, 255, 255, 255, 255, 191, 64, 0 }, Row(grid, 0, 9));
        Assert.Equal(new byte[] { 191, 64, 0 }, Row(grid, 3, 3));
        Assert.Equal(16.0, Sum(grid) / 255.0, 0.05);
    }

    [Fact]
    public void Coverage_IsTheSame_WhicheverWayTheContourTurns()
    {
        ScenePoint[] points = [new(1.3f, 0.4f), new(17.7f, 5.2f), new(4.1f, 11.6f)];
        byte[,] forward = CoverageGrid.Fill(Area, points);
        Array.Reverse(points);
        Assert.Equal(forward, CoverageGrid.Fill(Area, points));
    }

    [Fact]
    public void Clip_ChangesNoPixelInside_WhenShapesCrossIt()
    {
        ScenePoint[] points = [new(-30, -20), new(60, 4), new(9, 50), new(-12, 8)];
        byte[,] whole = CoverageGrid.Fill(new PixelRect(-40, -30, 120, 100), points);
        byte[,] cut = CoverageGrid.Fill(Area, points);
        for (int y = 0; y < Area.Height; y++)
        {
            for (int x = 0; x < Area.Width; x++) Assert.InRange(cut[y, x] - whole[y + 30, x + 40], -1, 1);
        }
    }

    [Fact]
    public void Sweep_LeavesNothingBehind_ForTheNextShape()
    {
        var edges = new EdgeAccumulator();
        edges.Begin(Area);
        edges.AddPolygon([new(-5, -5), new(25, 6), new(3, 20)]);
        CoverageGrid.Sweep(edges, Area);
        edges.Begin(Area);
        Assert.Equal(0, Sum(CoverageGrid.Sweep(edges, Area)));
        edges.Begin(new PixelRect(3, 3, 11, 7));
        Assert.Equal(0, Sum(CoverageGrid.Sweep(edges, new PixelRect(3, 3, 11, 7))));
    }

    private static byte[] Row(byte[,] grid, int y, int count) =>
        [.. Enumerable.Range(0, count).Select(x => grid[y, x])];

    private static int Sum(byte[,] grid) => grid.Cast<byte>().Sum(value => value);
}
