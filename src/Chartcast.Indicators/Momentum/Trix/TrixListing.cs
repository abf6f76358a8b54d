using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Trix;

internal static class TrixListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "TRIX",
        Aliases = ["trix"],
        ShortTitle = "TRIX",
        Description = "TRIX: how fast a three times smoothed price changes; above 0 it rises.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 18, 2_000)],
        Outputs = [PaneForms.Line("TRIX", "rgb(242,54,69)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => 1 + 3 * ExponentialMean.SettlingLength((int)inputs[Length]),
        Stream = static context => new Trix(context.Whole(Length)),
    };
}
