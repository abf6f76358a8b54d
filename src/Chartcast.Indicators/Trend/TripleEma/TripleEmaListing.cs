using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.TripleEma;

internal static class TripleEmaListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Triple EMA", "tema", "triple_ema", "triple_exponential_moving_average"],
        ShortTitle = "TEMA",
        Description = "Triple exponential moving average: an exponential average with nearly all of its lag taken out.",
        Parameters = [ParameterForms.Length("in_0", 9, 10_000)],
        Color = OverlayForms.Blue,
        Start = static context => new TripleExponentialMean(context.Whole(Length)).Next,
        WarmUpBars = static inputs => 3 * ExponentialMean.SettlingLength((int)inputs[Length]),
    });
}
