using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Volatility.BollingerBands;

namespace Chartcast.Indicators.Volatility.BollingerWidth;

internal static class BollingerWidthListing
{
    private const int Length = 0, Multiplier = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Bollinger Bands Width",
        Aliases = ["bbw", "bandwidth", "bb_width", "bollinger_bandwidth"],
        ShortTitle = "BBW",
        Description = "The distance between the Bollinger bands in percent of their middle; low before big moves.",
        IsOverlay = false,
        Parameters = [BollingerForms.Length(), BollingerForms.Multiplier()],
        Outputs = [PaneForms.Line("Plot", "rgb(255,109,0)")],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = inputs => (int)inputs[Length] - 1,
        Stream = static context => new OnePlotStream(
            new BollingerWidth(context.Whole(Length), context.Number(Multiplier)).Next),
    };
}
