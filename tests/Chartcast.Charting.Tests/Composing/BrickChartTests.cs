using Chartcast.Charting.Composing;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Charting.Views;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Charts of bricks, lines and boxes that are made of the market's bars.</summary>
public sealed class BrickChartTests
{
    [Theory]
    [InlineData(ChartStyle.Renko)]
    [InlineData(ChartStyle.Kagi)]
    [InlineData(ChartStyle.PointAndFigure)]
    [InlineData(ChartStyle.RangeBars)]
    public void TooSmallBoxes_AreLarger_AndThatIsSaid(ChartStyle style)
    {
        BarSeries bars = TestSeries.Daily(3_000);
        ComposedChart small = Compose(style, bars, 0.01);
        ComposedChart large = Compose(style, bars, 5);

        Assert.Contains(small.Warnings, warning => warning.Contains("20,000", StringComparison.Ordinal));
        Assert.DoesNotContain(large.Warnings, warning => warning.Contains("20,000", StringComparison.Ordinal));
    }

    [Fact]
    public void PointAndFigure_KeepsWholeBoxesOnTheScale()
    {
        ComposedChart chart = Compose(ChartStyle.PointAndFigure, TestSeries.Daily(400), 8);
        double half = chart.Model!.BoxSize / 2;
        PriceScale scale = chart.Model.PricePane.Scale;
        double legend = LegendBottom(chart);
        for (int i = chart.FirstVisible; i < chart.Bars.Count; i++)
        {
            Assert.InRange(scale.RowOf(chart.Bars.Highs[i] + half), legend, scale.HeightPx);
            Assert.InRange(scale.RowOf(chart.Bars.Lows[i] - half), legend, scale.HeightPx);
        }
    }

    [Fact]
    public void Kagi_TagHasTheColourOfTheLinesEnd()
    {
        // A rise that falls back, but not below where it came from: the last line goes down and is still thick.
        double[] closes = [100, 110, 104, 120, 112];
        var bars = new BarSeries(BarInterval.Day, [.. closes.Select((close, i) => new Bar(
            TestSeries.Utc(2024, 1, 1 + i), close, close, close, close, 1))]);
        Chart chart = Compose(ChartStyle.Kagi, bars, 3).Model!;

        Assert.True(chart.Bars.Closes[^1] < chart.Bars.Opens[^1]);
        Assert.Equal(chart.Theme.Up, chart.SeriesColor);
        Assert.Equal(chart.Theme.Up, Assert.Single(chart.PricePane.Tags, tag => tag.IsMain).Color);
    }

    private static double LegendBottom(ComposedChart chart) =>
        LegendView.HeightPx(chart.Model!, chart.Model!.PricePane) - 1;

    private static ComposedChart Compose(ChartStyle style, BarSeries bars, double boxSize)
    {
        string key = SeriesStyleKeys.Of(style).Single(one => one.Kind == StyleKind.BoxSize).Name;
        var overrides = new Dictionary<string, StudyStyleValue> { [key] = new(Number: boxSize) };
        return ChartComposer.Compose(
            TestSpecs.Daily() with { Style = style, SeriesOverrides = overrides, ShowVolume = false }, bars);
    }
}
