using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>A few bars written out by hand.</summary>
internal static class Quotes
{
    /// <summary>Daily bars from open, high, low, close and volume.</summary>
    public static BarSeries Daily(
        params (double Open, double High, double Low, double Close, double Volume)[] quotes) => new(
        BarInterval.Day,
        [
            .. quotes.Select((quote, i) => new Bar(
                i * 86_400_000L, quote.Open, quote.High, quote.Low, quote.Close, quote.Volume)),
        ]);

    /// <summary>Daily bars whose four prices are the same, with volumes.</summary>
    public static BarSeries Closes(params (double Close, double Volume)[] quotes) =>
        Daily([.. quotes.Select(quote => (quote.Close, quote.Close, quote.Close, quote.Close, quote.Volume))]);

    /// <summary>Four bars with ranges and gaps, for sums that can be done in the head.</summary>
    public static BarSeries Four => Daily(
        (10, 12, 8, 11, 100), (11, 15, 11, 15, 200), (18, 20, 16, 16, 400), (16, 17, 9, 9, 50));
}
