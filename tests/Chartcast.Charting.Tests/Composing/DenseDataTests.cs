using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Many more bars than pixels.</summary>
public sealed class DenseDataTests
{
    private const int Million = 1_000_000;

    /// <summary>A bar takes 48 bytes; what a picture of a million allocates is far less than one byte a bar.</summary>
    private const long AllocatedAtMost = 400_000;

    [Theory]
    [InlineData("candlestick")]
    [InlineData("bar")]
    [InlineData("line")]
    [InlineData("area")]
    public void AMillionBars_AreDrawnWithoutMemoryOfTheirOwn(string styleName)
    {
        Assert.True(ChartStyles.TryParse(styleName, out ChartStyle style));
        BarSeries bars = TestSeries.Intraday("1m", TestSeries.Utc(2024, 1, 2), Million);
        ChartSpec spec = TestSpecs.Intraday("1m", "America/New_York") with { Style = style };
        Draw(spec, bars);
        long least = long.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Draw(spec, bars);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 1, AllocatedAtMost);
    }

    [Theory]
    [InlineData("candlestick")]
    [InlineData("bar")]
    [InlineData("line")]
    [InlineData("area")]
    public void ASpike_IsSeenAmongAHundredThousandBars(string styleName)
    {
        Assert.True(ChartStyles.TryParse(styleName, out ChartStyle style));
        var bars = new Bar[100_000];
        for (int i = 0; i < bars.Length; i++)
        {
            double close = i == 61_803 ? 200 : i == 38_197 ? 50 : 100;
            bars[i] = new Bar(
                i * TestSeries.MinuteMs, 100, Math.Max(100, close), Math.Min(100, close), close, i == 61_803 ? 900 : 1);
        }

        ChartSpec spec = TestSpecs.Intraday("1m", "UTC") with
        {
            Style = style,
            ShowGrid = false,
            Display = new DisplayOptions { ShowPriceLine = false, ShowLegend = false },
        };
        ComposedChart chart = ChartComposer.Compose(spec, new BarSeries(BarInterval.Parse("1m"), bars));
        Picture picture = PngFile.Read(PngEncoder.Encode(chart.Scene));
        PaneAxis axis = chart.Axes.Panes[0];
        AssertDrawn(picture, chart.Axes, axis, 61_803, 190);
        AssertDrawn(picture, chart.Axes, axis, 38_197, 60);
    }

    /// <summary>Something is drawn within two pixels of where a bar passes a price.</summary>
    private static void AssertDrawn(Picture picture, ChartAxes axes, PaneAxis axis, int bar, double price)
    {
        int x = (int)Math.Round(axes.FirstX + bar * axes.Spacing);
        int y = (int)Math.Round(axis.TopPx
            + (axis.TopValue - price) / (axis.TopValue - axis.BottomValue) * (axis.BottomPx - axis.TopPx));
        bool isDrawn = false;
        for (int column = x - 2; column <= x + 2; column++) isDrawn |= picture[column, y] != (255, 255, 255);
        Assert.True(isDrawn, $"nothing is drawn at {x}, {y}");
    }

    private static void Draw(ChartSpec spec, BarSeries bars) =>
        PngEncoder.Encode(ChartComposer.Compose(spec, bars).Scene);
}
