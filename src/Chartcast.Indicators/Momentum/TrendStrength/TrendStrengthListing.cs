using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.TrendStrength;

internal static class TrendStrengthListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Trend Strength Index",
        Aliases = ["trend_strength_index", "trend_strength", "trendstrength"],
        ShortTitle = "Trend Strength",
        Description = "Trend strength index: how closely the closes follow a straight line, 1 rising to -1 falling.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole("periods", "length in bars", 9, (2, 100_000), "length", "period", "window"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(255,82,82)")],
        LegendInputs = ["periods"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        Stream = static context => new TrendStrength(context.Whole(Length)),
    };
}
