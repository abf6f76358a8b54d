using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Hull;

internal static class HullListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Hull Moving Average", "hma", "hull", "hull_moving_average"],
        ShortTitle = "HMA",
        Description = "Hull moving average: smooth, with hardly any lag behind the price.",
        Parameters = [ParameterForms.Length("in_0", 9, 10_000)],
        Color = OverlayForms.Blue,
        Start = static context => new HullMean(context.Whole(Length)).Next,
        WarmUpBars = static inputs => HullMean.WarmUpBars((int)inputs[Length]),
    });
}
