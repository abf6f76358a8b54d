using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;
using Chartcast.Indicators.Trend.Vwap;

namespace Chartcast.Indicators.Trend.VwapBands;

internal static class VwapBandsListing
{
    private const int Anchor = 0, Source = 1, Multiplier = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "VWAP Bands",
        Aliases = ["vwap_bands", "vwap_with_bands"],
        ShortTitle = "VWAP Bands",
        Description = "Volume weighted average price since the day or a longer period began, with bands.",
        IsOverlay = true,
        Parameters =
        [
            AnchorForms.Anchor(),
            ParameterForms.Source("source") with { Default = (double)PriceSource.Hlc3 },
            OverlayForms.Multiplier("multiplier", "standard deviations between average and bands", 1, (0.001, 50)),
        ],
        Outputs = BandForms.Outputs,
        Bands = BandForms.Bands,
        LegendInputs = ["anchor", "source", "multiplier"],
        WarmUpBars = static _ => 0,
        PeriodBars = static (inputs, interval) =>
            AnchorForms.PeriodBars((CalendarPeriod)inputs[Anchor], interval),
        Stream = static context => new AnchoredBands(
            new PeriodClock((CalendarPeriod)context.Whole(Anchor), context.Interval, context.ExchangeZone).Begins,
            context.Source(Source),
            context.Number(Multiplier)),
    };
}
