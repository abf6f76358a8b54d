using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using FsCheck;
using FsCheck.Fluent;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Whatever the specification, there is a picture, and always the same.</summary>
public sealed class RandomSpecTests
{
    [Fact]
    public void AnySpecification_MakesOnePictureAndTheSameTwice() =>
        Prop.ForAll(Cases().ToArbitrary(), DrawsTheSameTwice)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

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

    private static bool DrawsTheSameTwice((ChartSpec Spec, BarSeries Bars) one)
    {
        byte[] first = PngEncoder.Encode(ChartComposer.Compose(one.Spec, one.Bars).Scene);
        byte[] second = PngEncoder.Encode(ChartComposer.Compose(one.Spec, one.Bars).Scene);
        return first.Length > 0 && first.AsSpan().SequenceEqual(second);
    }

    private static Gen<(ChartSpec Spec, BarSeries Bars)> Cases() =>
        from width in Gen.Choose(100, 500)
        from height in Gen.Choose(100, 400)
        from ratio in Gen.Choose(1, 2)
        from style in Gen.Elements(Enum.GetValues<ChartStyle>())
        from theme in Gen.Elements(ChartThemes.Names.ToArray())
        from count in Gen.Frequency((4, Gen.Choose(1, 200)), (1, Gen.Choose(200, 3_000)))
        from warmUp in Gen.Choose(0, 60)
        from scale in Gen.Elements(1e-12, 1e-4, 0.01, 1.0, 1e9, 1e290)
        from decimals in Gen.Choose(0, 12)
        from flags in Gen.Choose(0, 15)
        from studies in Gen.Elements(IndicatorCatalog.All.ToArray()).ListOf()
        select (
            new ChartSpec
            {
                Symbol = "X:Y",
                Interval = BarInterval.Day,
                WidthPx = width,
                HeightPx = height,
                PixelRatio = ratio,
                Style = style,
                Theme = theme,
                PriceDecimals = decimals,
                FirstVisible = Math.Min(warmUp, count - 1),
                ShowGrid = (flags & 1) != 0,
                ShowVolume = (flags & 2) != 0,
                IsSample = (flags & 4) != 0,
                Studies = [.. studies.Take(6).Select(one => TestSpecs.Study(one.Name, null, [], (flags & 8) != 0))],
            },
            TestSeries.Daily(count, (uint)(count + warmUp), scale, (flags & 3) != 1));
}
