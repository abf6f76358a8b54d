using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.TillsonT3;

internal static class TillsonT3Listing
{
    private const int Length = 0, Factor = 1;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Tillson T3", "t3", "tillson_t3"],
        ShortTitle = "T3",
        Description = "Tillson's T3: six exponential averages mixed into one smooth line with little lag.",
        Parameters =
        [
            ParameterForms.Length("length", 5, 10_000),
            ParameterForms.Number("factor", "how much it overshoots", 0.7, (0, 1), "v", "volume_factor"),
            ParameterForms.Source("source"),
        ],
        Color = OverlayForms.Blue,
        Source = 2,
        Start = static context => new TillsonMean(context.Whole(Length), context.Number(Factor)).Next,
        WarmUpBars = static inputs => TillsonMean.Stages * ExponentialMean.SettlingLength((int)inputs[Length]),
    });
}
