using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Extreme sizes and prices.</summary>
public sealed class ExtremeChartTests
{
    [Theory]
    [InlineData(4096, 4096, 1)]
    [InlineData(4096, 100, 4)]
    [InlineData(100, 4096, 4)]
    [InlineData(100, 100, 4)]
    public void ExtremeSizes_AreDrawn(int width, int height, int ratio)
    {
        ChartSpec spec = TestSpecs.Daily([.. IndicatorCatalog.All.Select(one => TestSpecs.Study(one.Name))]) with
        {
            WidthPx = width, HeightPx = height, PixelRatio = ratio, IsSample = true,
        };
        ComposedChart chart = ChartComposer.Compose(spec, TestSeries.Daily(300));
        Assert.Equal(width * ratio, chart.Scene.WidthPx);
        Assert.Equal(height * ratio, chart.Scene.HeightPx);
    }

    [Fact]
    public void WildPrices_AreDrawn()
    {
        double[] prices = [1e300, 1e-300, -1e300, 0, double.MaxValue / 8, double.NaN, 42];
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var bars = new Bar[random.Next(1, 60)];
            for (int i = 0; i < bars.Length; i++)
            {
                double Pick() => prices[random.Next(prices.Length)];
                bars[i] = new Bar(i * TestSeries.DayMs, Pick(), Pick(), Pick(), Pick(), Pick());
            }

            foreach (ChartStyle style in Enum.GetValues<ChartStyle>())
            {
                ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("MACD"), TestSpecs.Study("Bollinger Bands")) with
                {
                    Style = style, WidthPx = 300, HeightPx = 250,
                };
                ComposedChart chart = ChartComposer.Compose(spec, new BarSeries(BarInterval.Day, bars));
                Assert.NotEmpty(PngEncoder.Encode(chart.Scene));
            }
        }
    }
}
