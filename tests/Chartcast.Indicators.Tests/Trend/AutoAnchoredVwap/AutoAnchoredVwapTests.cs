using System.Globalization;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Trend.AutoAnchoredVwap;

public sealed class AutoAnchoredVwapTests
{
    private const string Name = "VWAP Auto Anchored";

    [Theory]
    [InlineData("15m", "Auto", "2024-06-12T01:30", "2024-06-12T00:00")]
    [InlineData("12h", "Auto", "2024-06-12T12:00", "2024-06-12T00:00")]
    [InlineData("1D", "Auto", "2024-06-12", "2024-06-01")]
    [InlineData("2D", "Auto", "2024-05-21", "2024-04-01")]
    [InlineData("1W", "Auto", "2024-06-10", "2024-04-01")]
    [InlineData("1M", "Auto", "2024-06-01", "2024-01-01")]
    [InlineData("3M", "Auto", "2024-04-01", "2020-01-01")]
    [InlineData("1Y", "Auto", "2024-01-01", "2020-01-01")]
    [InlineData("1D", "Session", "2024-06-12", "2024-06-12")]
    [InlineData("1D", "Week", "2024-06-12", "2024-06-10")]
    [InlineData("1D", "Month", "2024-06-12", "2024-06-01")]
    [InlineData("1D", "Quarter", "2024-06-12", "2024-04-01")]
    [InlineData("1D", "Year", "2024-06-12", "2024-01-01")]
    [InlineData("1M", "Decade", "2024-06-01", "2020-01-01")]
    [InlineData("1M", "Century", "2024-06-01", "2000-01-01")]
    public void Compute_BeginsWithTheLastPeriod(string interval, string anchor, string last, string first)
    {
        BarSeries bars = Before(interval, last, 400);
        long begin = At(first);
        Assert.Contains(bars.OpenTimesMs.ToArray(), time => time >= begin);
        double[] values = Computed.Plots(Name, bars, Choice(anchor))[0].Values;
        Assert.All(
            bars.OpenTimesMs.ToArray().Zip(values), bar => Assert.Equal(bar.First >= begin, double.IsFinite(bar.Second)));
    }

    [Theory]
    [InlineData("Highest High", 6, 4)]
    [InlineData("Highest High", 100, 1)]
    [InlineData("Lowest Low", 6, 3)]
    [InlineData("Highest Volume", 6, 5)]
    [InlineData("Highest Volume", 1, 7)]
    public void Compute_BeginsWithTheNewestExtremeOfTheLastBars(string anchor, double length, int first)
    {
        // High, low, volume.
        (double High, double Low, double Volume)[] bars =
        [
            (8, 1, 9), (9, 5, 8), (6, 4, 1), (5, 2, 1), (7, 3, 2), (7, 3, 4), (6, 3, double.NaN), (5, 4, 3),
        ];
        bars[5].High = 6.5;
        var series = new BarSeries(BarInterval.Day, [.. bars.Select(
            (bar, i) => new Bar(i * 86_400_000L, 5, bar.High, bar.Low, 5, bar.Volume))]);
        double[] values = Computed.Plots(Name, series, Choice(anchor), (double)PriceSource.Hl2, length)[0].Values;
        double volume = 0, sum = 0;
        for (int i = 0; i < bars.Length; i++)
        {
            if (i >= first && !double.IsNaN(bars[i].Volume))
                (volume, sum) = (volume + bars[i].Volume, sum + bars[i].Volume * (bars[i].High + bars[i].Low) / 2);
            bool hasValue = i >= first && !double.IsNaN(bars[i].Volume);
            Assert.Equal(hasValue ? sum / volume : double.NaN, values[i], 1e-12);
        }
    }

    [Fact]
    public void Bands_AreTheFirstAlone_UnlessMoreAreAskedFor()
    {
        BarSeries bars = Computed.Flat([10, 14, 14, 14]);
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots(Name, bars);
        Sheet.AssertSame([10, 12, 12 + 2 / 3.0, 13], plots[0].Values);
        Assert.Equal(13 + Math.Sqrt(3), plots[1].Values[^1], 1e-12);
        Assert.Equal(13 - Math.Sqrt(3), plots[2].Values[^1], 1e-12);
        Assert.All(plots.Skip(3), plot => Assert.DoesNotContain(plot.Values, double.IsFinite));

        plots = Computed.Plots(Name, bars, 0, 0, 14, 0.5, 2, 3, 1, 1);
        Assert.Equal(
            [0.5, -0.5, 2, -2, 3, -3],
            plots.Skip(1).Select(plot => Math.Round((plot.Values[^1] - 13) / Math.Sqrt(3), 9)));
    }

    [Fact]
    public void Compute_HasNoValue_WithoutAnyVolume()
    {
        BarSeries bars = Before("1D", "2024-06-12", 30, hasVolume: false);
        foreach (int anchor in Enumerable.Range(0, Computed.Listing(Name).Parameters[0].Choices.Count))
            Assert.All(Computed.Plots(Name, bars, anchor), plot => Assert.DoesNotContain(plot.Values, double.IsFinite));
    }

    /// <summary>What the chart fetches before the first shown bar reaches back to the anchor.</summary>
    [Theory]
    [InlineData("Auto", 1, 31)]
    [InlineData("Highest High", 50, 49)]
    [InlineData("Decade", 1, 3653)]
    [InlineData("Century", 1, 36_525)]
    public void PeriodBars_ReachBackToTheAnchor(string anchor, double length, int bars)
    {
        IndicatorListing listing = Computed.Listing(Name);
        double[] inputs = [Choice(anchor), 0, length, .. listing.Parameters.Skip(3).Select(one => one.Default)];
        Assert.Equal(bars, listing.PeriodBars(inputs, BarInterval.Day));
    }

    private static double Choice(string anchor)
    {
        int index = Computed.Listing(Name).Parameters[0].Choices.ToList().IndexOf(anchor);
        Assert.True(index >= 0, anchor);
        return index;
    }

    private static BarSeries Before(string interval, string last, int count, bool hasVolume = true)
    {
        BarInterval parsed = BarInterval.Parse(interval);
        DateTimeOffset end = DateTimeOffset.FromUnixTimeMilliseconds(At(last));
        return new BarSeries(parsed, [.. Enumerable.Range(0, count).Select(i =>
        {
            int back = count - 1 - i;
            DateTimeOffset open = parsed.Unit == BarUnit.Month
                ? end.AddMonths(-back * parsed.Count)
                : end.AddMilliseconds(-back * (double)parsed.NominalMs);
            double price = 100 + 9 * Math.Sin(i);
            return new Bar(
                open.ToUnixTimeMilliseconds(), price, price + 1, price - 1, price, hasVolume ? 1 + i % 5 : double.NaN);
        })]);
    }

    private static long At(string time) =>
        DateTimeOffset.Parse(time + (time.Contains('T') ? "Z" : "T00:00Z"), CultureInfo.InvariantCulture)
            .ToUnixTimeMilliseconds();
}
