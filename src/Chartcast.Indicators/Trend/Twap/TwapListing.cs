using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Vwap;

namespace Chartcast.Indicators.Trend.Twap;

internal static class TwapListing
{
    private const int Anchor = 0, Source = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Time Weighted Average Price",
        Aliases = ["twap", "time_weighted_average_price"],
        ShortTitle = "TWAP",
        Description = "Time weighted average price: the mean of prices since the day or a longer period began.",
        IsOverlay = true,
        Parameters =
        [
            AnchorForms.Anchor(),
            ParameterForms.Source("source") with { Default = (double)PriceSource.Ohlc4 },
        ],
        Outputs = [PaneForms.Line("TWAP", "rgb(221,122,40)")],
        LegendInputs = ["anchor", "source"],
        WarmUpBars = static _ => 0,
        PeriodBars = static (inputs, interval) =>
            AnchorForms.PeriodBars((CalendarPeriod)inputs[Anchor], interval),
        Stream = static context => new PeriodMean(
            new PeriodClock((CalendarPeriod)context.Whole(Anchor), context.Interval, context.ExchangeZone),
            context.Source(Source)),
    };

    private sealed class PeriodMean(PeriodClock clock, PriceSource source) : IndicatorStream
    {
        private double _sum;
        private int _count;

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            if (clock.Begins(bar.OpenTimeMs)) (_sum, _count) = (0, 0);
            _sum += bar.Price(source);
            values[0] = _sum / ++_count;
        }
    }
}
