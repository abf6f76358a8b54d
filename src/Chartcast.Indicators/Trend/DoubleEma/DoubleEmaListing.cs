using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.DoubleEma;

internal static class DoubleEmaListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Double EMA", "dema", "double_ema", "double_exponential_moving_average"],
        ShortTitle = "DEMA",
        Description = "Double exponential moving average: an exponential average with most of its lag taken out.",
        Parameters = [ParameterForms.Length("in_0", 9, 10_000)],
        Color = OverlayForms.Green,
        Start = static context => new DoubleExponentialMean(context.Whole(Length)).Next,
        WarmUpBars = static inputs => 2 * ExponentialMean.SettlingLength((int)inputs[Length]),
    });
}
