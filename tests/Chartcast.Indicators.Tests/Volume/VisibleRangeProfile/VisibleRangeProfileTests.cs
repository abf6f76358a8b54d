using System.Diagnostics;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Volume.VisibleRangeProfile;

public sealed class VisibleRangeProfileTests
{
    private const int MostRows = 1_000_000;

    // Rows of 1 from 0 to 4: the first bar covers all four, the second the middle two, the third half of the last.
    private static BarSeries Three => Quotes.Daily((0, 4, 0, 4, 40), (3, 3, 1, 1, 30), (4, 4, 3.5, 4, 6));

    [Fact]
    public void Profile_SpreadsVolumesEvenly_BySideOfTheBar()
    {
        VolumeProfile profile = Profile(Three, 4);
        Assert.Equal((0, 1), (profile.Lowest, profile.RowHeight));
        Assert.Equal([10, 10, 10, 16], profile.Up);
        Assert.Equal([0, 15, 15, 0], profile.Down);
    }

    [Fact]
    public void Profile_CountsTheAskedBarsOnly()
    {
        VolumeProfile profile = Computed.Listing("vpvr").Profile!(Three, 1, 1, [2, 0, 70]);
        Assert.Equal((1, 1), (profile.Lowest, profile.RowHeight));
        Assert.Equal([15, 15], profile.Down);
        Assert.Equal([0, 0], profile.Up);
    }

    // Rows 10, 25, 25, 16 of 76: of the equal ones the lower is the point of control; 41 above it, 10 below.
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(32, 1, 1)]
    [InlineData(33, 1, 3)]
    [InlineData(86, 1, 3)]
    [InlineData(87, 0, 3)]
    [InlineData(100, 0, 3)]
    public void Profile_GrowsTheValueArea_ToTheSideOfMoreVolume(double percent, int low, int high)
    {
        VolumeProfile profile = Profile(Three, 4, percent);
        Assert.Equal((1, low, high), (profile.PointOfControl, profile.ValueAreaLow, profile.ValueAreaHigh));
    }

    [Fact]
    public void Profile_HasOneRow_WhenThereIsNoRange()
    {
        VolumeProfile profile = Profile(Quotes.Closes((5, 3), (5, 4)), 24);
        Assert.Equal((5, 0), (profile.Lowest, profile.RowHeight));
        Assert.Equal([7], profile.Up);
        Assert.Equal((0, 0, 0), (profile.PointOfControl, profile.ValueAreaLow, profile.ValueAreaHigh));
    }

    [Fact]
    public void Profile_PutsABarWithoutRangeIntoTheUpperRow_WhenItLiesOnAnEdge() =>
        Assert.Equal([0, 0, 9, 0], Profile(Quotes.Daily((4, 4, 0, 0, 0), (2, 2, 2, 2, 9)), 4).Up);

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Profile_HasNoPointOfControl_WhenThereIsNoVolume(double volume)
    {
        VolumeProfile profile = Profile(Quotes.Daily((1, 3, 1, 2, volume), (2, 5, 2, 3, volume)), 10);
        Assert.Equal((-1, -1, -1), (profile.PointOfControl, profile.ValueAreaLow, profile.ValueAreaHigh));
        Assert.All(profile.Up.Concat(profile.Down), row => Assert.Equal(0, row));
    }

    [Fact]
    public void Profile_KeepsAllVolume_AndEqualsPlainAdding()
    {
        BarSeries bars = OracleSeries.Find("daily")!;
        VolumeProfile profile = Profile(bars, 37);
        var expected = new double[37];
        for (int i = 0; i < bars.Count; i++)
        {
            Bar bar = bars[i];
            for (int row = 0; row < 37; row++)
            {
                double bottom = profile.Lowest + row * profile.RowHeight, top = bottom + profile.RowHeight;
                double shared = Math.Min(top, bar.High) - Math.Max(bottom, bar.Low);
                if (shared > 0) expected[row] += bar.Volume * shared / (bar.High - bar.Low);
            }
        }

        Assert.Equal(bars.Volumes.ToArray().Sum(), profile.Up.Sum() + profile.Down.Sum(), 1e-3);
        for (int row = 0; row < 37; row++)
            Assert.Equal(expected[row], profile.Up[row] + profile.Down[row], expected[row] * 1e-9);
    }

    [Fact]
    public void Profile_LeavesRowsThatNoBarTouchesAt0()
    {
        VolumeProfile profile = Profile(Quotes.Daily((1, 1.3, 1, 1.2, 0.1), (9, 9.7, 9, 9.3, 0.7)), 1000);
        Assert.All(profile.Up[100..900], row => Assert.Equal(0, row));
    }

    [Fact]
    public void Profile_IsBounded_WhenRowsAreAMillion()
    {
        BarSeries bars = OracleSeries.Find("sp500") ?? OracleSeries.Find("hourly")!;
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        VolumeProfile profile = Profile(bars, MostRows);
        Assert.Equal(MostRows, profile.Up.Length);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"took {watch.Elapsed}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 80L * MostRows);
    }

    [Fact]
    public void Compute_DevelopsTheLastValuesOfTheProfile()
    {
        BarSeries bars = OracleSeries.Find("daily")!;
        VolumeProfile profile = Profile(bars, 24);
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("vpvr", bars);
        double[] last = [.. plots.Select(plot => plot.Values[^1])];
        double Edge(double row) => profile.Lowest + row * profile.RowHeight;
        Sheet.AssertSame(
            [Edge(profile.PointOfControl + 0.5), Edge(profile.ValueAreaHigh + 1), Edge(profile.ValueAreaLow)], last);
        Assert.All(Computed.Listing("vpvr").Outputs, output => Assert.False(output.IsVisible));
    }

    [Fact]
    public void Compute_HasNoValue_BeforeTheFirstVolume() =>
        Assert.Equal(
            [double.NaN, 2.5],
            Computed.Plots("vpvr", Quotes.Daily((1, 4, 0, 2, double.NaN), (2, 3, 2, 3, 5)), 4)[0].Values);

    private static VolumeProfile Profile(BarSeries bars, int rows, double percent = 70) =>
        Computed.Listing("Volume Profile Visible Range").Profile!(bars, 0, bars.Count - 1, [rows, 0, percent]);
}
