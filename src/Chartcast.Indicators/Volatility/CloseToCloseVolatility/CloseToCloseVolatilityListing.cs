using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.CloseToCloseVolatility;

internal static class CloseToCloseVolatilityListing
{
    private const int Length = 0, BarsPerYear = 1, Shortest = 2, Longest = 100_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Volatility Close-to-Close",
        Aliases = ["volatility_close_to_close", "close_to_close_volatility", "vol_cc"],
        ShortTitle = "Vol C-C",
        Description = "Sample standard deviation of logarithmic returns from close to close, in percent a year.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole(
                "periods", "length in returns", 10, (Shortest, Longest), "length", "period", "window"),
            AnnualForms.BarsPerYear(366),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["periods", AnnualForms.BarsPerYearKey],
        WarmUpBars = inputs => (int)inputs[Length],
        Stream = static context => new OnePlotStream(
            new CloseToCloseVolatility(context.Whole(Length), context.Number(BarsPerYear)).Next),
    };
}
