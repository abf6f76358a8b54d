using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Vwap;

/// <remarks>As TradingView's default session anchor has it: the mean begins afresh with every calendar day of the
/// exchange, so that daily and longer bars each stand for themselves; <c>vwap_bands</c> has longer anchors.</remarks>
internal static class VwapListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "VWAP",
        Aliases = ["vwap", "volume_weighted_average_price"],
        ShortTitle = "VWAP",
        Description = "Volume weighted average price of the session, which begins at midnight of the exchange.",
        IsOverlay = true,
        Parameters = [],
        Outputs = [PaneForms.Line("VWAP", OverlayForms.Blue)],
        WarmUpBars = static _ => 0,
        PeriodBars = static (_, interval) => AnchorForms.PeriodBars(CalendarPeriod.Day, interval),
        Stream = static context => new SessionVwap(
            new PeriodClock(CalendarPeriod.Day, context.Interval, context.ExchangeZone)),
    };

    private sealed class SessionVwap(PeriodClock clock) : IndicatorStream
    {
        private readonly AnchoredMean _mean = new();

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            if (clock.Begins(bar.OpenTimeMs)) _mean.Restart();
            _mean.Add(bar.Price(PriceSource.Hlc3), bar.Volume);
            // A bar whose volume is unknown has no value; the session goes on without it.
            values[0] = double.IsNaN(bar.Volume) ? double.NaN : _mean.Mean;
        }
    }
}
