using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Volatility.BollingerBands;

namespace Chartcast.Indicators.Volatility.BollingerPercentB;

internal static class BollingerPercentBListing
{
    private const int Length = 0, Multiplier = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Bollinger Bands %B",
        Aliases = ["bbp", "percent_b", "bb_percent_b", "bollinger_percent_b"],
        ShortTitle = "BB %B",
        Description = "Where the close stands between the Bollinger bands: 0 at the lower, 1 at the upper one.",
        IsOverlay = false,
        Parameters = [BollingerForms.Length(), BollingerForms.Multiplier()],
        Outputs = [PaneForms.Line("Plot", "rgb(34,171,148)")],
        Levels = PaneForms.Limits(1, 0),
        Bands = [PaneForms.BetweenLimits("rgba(38,166,154,0.1)")],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = inputs => (int)inputs[Length] - 1,
        Stream = static context => new OnePlotStream(
            new BollingerPercentB(context.Whole(Length), context.Number(Multiplier)).Next),
    };
}
