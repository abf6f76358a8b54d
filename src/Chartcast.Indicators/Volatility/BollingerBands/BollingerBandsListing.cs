using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.BollingerBands;

internal static class BollingerBandsListing
{
    private const int Length = 0, Multiplier = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Bollinger Bands",
        Aliases = ["bb", "bollinger", "bollinger_bands", "bbands"],
        ShortTitle = "BB",
        Description = "Bollinger bands: a moving average and lines some standard deviations above and below it.",
        IsOverlay = true,
        Parameters = [BollingerForms.Length(), BollingerForms.Multiplier()],
        Outputs =
        [
            PaneForms.Line("Median", "rgb(255,109,0)"),
            PaneForms.Line("Upper", "rgb(33,150,243)"),
            PaneForms.Line("Lower", "rgb(33,150,243)"),
        ],
        Bands = [new IndicatorBand("Plots Background", "Upper", "Lower", "rgba(33,150,243,0.1)")],
        LegendInputs = ["in_0", "in_1"],
        WarmUpBars = inputs => (int)inputs[Length] - 1,
        Stream = static context => new BollingerBands(context.Whole(Length), context.Number(Multiplier)),
    };
}
