using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.McGinley;

internal static class McGinleyListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["McGinley Dynamic", "mcginley", "mcginley_dynamic"],
        ShortTitle = "MD",
        Description = "McGinley dynamic: an average that follows falling prices faster than rising ones.",
        Parameters = [ParameterForms.Length("in_0", 10, 2_000)],
        Color = OverlayForms.Blue,
        Start = static context => new McGinleyDynamic(context.Whole(Length)).Next,
        WarmUpBars = static inputs => ExponentialMean.WilderSettlingLength((int)inputs[Length]),
    });
}
