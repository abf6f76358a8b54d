using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>Averages bars so that trends show: the close is the mean of the bar's four prices, the open the middle of
/// the averaged bar before.</summary>
internal static class HeikinAshi
{
    public const string Name = "Heikin-Ashi";

    /// <summary>One averaged bar a bar; a bar without all its prices has none either, and the next one starts
    /// anew.</summary>
    public static BarSeries Of(BarSeries bars)
    {
        var averaged = new Bar[bars.Count];
        double middle = double.NaN;
        for (int i = 0; i < averaged.Length; i++)
        {
            Bar bar = bars[i];
            double close = bar.Price(PriceSource.Ohlc4);
            double open = double.IsFinite(middle) ? middle : (bar.Open + bar.Close) / 2;
            averaged[i] = bar with
            {
                Open = open,
                High = Math.Max(bar.High, Math.Max(open, close)),
                Low = Math.Min(bar.Low, Math.Min(open, close)),
                Close = close,
            };
            middle = (open + close) / 2;
        }

        return new BarSeries(bars.Interval, averaged, bars.ExchangeZone);
    }
}
