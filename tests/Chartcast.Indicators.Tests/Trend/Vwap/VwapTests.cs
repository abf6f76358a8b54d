using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.Vwap;

public sealed class VwapTests
{
    private const long Hour = 3_600_000;

    [Fact]
    public void Compute_BeginsAfreshAtMidnightOfTheExchange()
    {
        TimeZoneInfo york = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        Bar[] bars = [Priced(3 * Hour, 1, 1), Priced(4 * Hour, 3, 3), Priced(5 * Hour, 7, 2), Priced(6 * Hour, 1, 1)];
        var series = new BarSeries(BarInterval.Parse("1h"), bars, york);
        Assert.Equal([1, 2.5, 7, 5], Computed.Plots("vwap", series)[0].Values);
        var utc = new BarSeries(BarInterval.Parse("1h"), bars);
        Assert.Equal([1, 2.5, 4, 25 / 7.0], Computed.Plots("vwap", utc)[0].Values);
    }

    [Fact]
    public void Compute_IsTheBarItself_WhenBarsLastADay()
    {
        BarSeries bars = Sheet.ReadBars();
        double[] vwap = Computed.Plots("vwap", bars)[0].Values;
        for (int i = 0; i < bars.Count; i++)
            Assert.Equal(bars.Volumes[i] > 0 ? bars[i].Price(PriceSource.Hlc3) : double.NaN, vwap[i]);
    }

    [Fact]
    public void Compute_HasNoValue_WithoutVolume()
    {
        Bar[] bars =
        [
            Priced(0, 5, 0), Priced(Hour, 6, double.NaN), Priced(2 * Hour, 7, 2), Priced(3 * Hour, 9, double.NaN),
            Priced(4 * Hour, 8, 2),
        ];
        Assert.Equal(
            [double.NaN, double.NaN, 7, double.NaN, 7.5],
            Computed.Plots("vwap", new BarSeries(BarInterval.Parse("1h"), bars))[0].Values);
    }

    private static Bar Priced(long timeMs, double price, double volume) =>
        new(timeMs, price, price, price, price, volume);
}
