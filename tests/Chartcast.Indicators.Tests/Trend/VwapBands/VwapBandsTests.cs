using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.VwapBands;

public sealed class VwapBandsTests
{
    [Fact]
    public void Compute_PutsLinesSomeDeviationsFromTheMean_AndBeginsAfreshWithThePeriod()
    {
        const double Month = 2, Close = 0;
        const long January31 = 30 * 86_400_000L;
        Bar[] bars =
        [
            new(January31 - 86_400_000L, 10, 10, 10, 10, 1), new(January31, 14, 14, 14, 14, 3),
            new(January31 + 86_400_000L, 9, 9, 9, 9, 5),
        ];
        IReadOnlyList<IndicatorPlot> plots =
            Computed.Plots("vwap_bands", new BarSeries(BarInterval.Day, bars), Month, Close, 2);
        Sheet.AssertSame([10, 13, 9], plots[0].Values);
        Sheet.AssertSame([10, 13 + 2 * Math.Sqrt(3), 9], plots[1].Values);
        Sheet.AssertSame([10, 13 - 2 * Math.Sqrt(3), 9], plots[2].Values);
    }

    [Fact]
    public void Compute_LosesNoDigits_WhenPricesAreFarFromZero()
    {
        double[] closes = [.. Enumerable.Range(0, 200).Select(i => 1e9 + i % 2)];
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("vwap_bands", Computed.Flat(closes), 4, 0, 1);
        Assert.Equal(0.5, plots[1].Values[^1] - plots[0].Values[^1], 1e-6);
    }
}
