using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Raster;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Tests.Raster;

/// <summary>Takes coverage into a grid that tests look at, each pixel 0–255.</summary>
internal struct CoverageGrid(PixelRect clip) : ICoverageTarget
{
    private int _row;

    public byte[,] Values { get; } = new byte[clip.Height, clip.Width];

    public static byte[,] Fill(PixelRect clip, params ReadOnlySpan<ScenePoint> polygon)
    {
        var edges = new EdgeAccumulator();
        edges.Begin(clip);
        edges.AddPolygon(polygon);
        return Sweep(edges, clip);
    }

    public static byte[,] Sweep(EdgeAccumulator edges, PixelRect clip)
    {
        var grid = new CoverageGrid(clip);
        edges.Sweep(ref grid);
        return grid.Values;
    }

    public void BeginRow(int y) => _row = y - clip.Top;

    public readonly void Cover(int x, ulong coverage)
    {
        for (; coverage != 0; coverage >>= 8, x++)
        {
            if ((byte)coverage != 0) Values[_row, x - clip.Left] = (byte)coverage;
        }
    }

    public readonly void CoverRun(int from, int to, byte coverage)
    {
        for (int x = from; x < to; x++) Values[_row, x - clip.Left] = coverage;
    }
}
