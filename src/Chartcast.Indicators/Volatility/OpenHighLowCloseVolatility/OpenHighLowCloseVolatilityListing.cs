using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.OpenHighLowCloseVolatility;

internal static class OpenHighLowCloseVolatilityListing
{
    private const int Length = 0, ClosedShare = 1, BarsPerYear = 2;
    private const double LargestShare = 0.999;

    public static IndicatorListing Create() => new()
    {
        Name = "Volatility O-H-L-C",
        Aliases = ["volatility_ohlc", "garman_klass", "vol_ohlc"],
        ShortTitle = "Vol O-H-L-C",
        Description = "Volatility from open, high, low and close (Garman and Klass), in percent a year.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("periods", 10, 100_000),
            ParameterForms.Number(
                "marketClosedPercentage", "part of the time in which the market is closed, 0 to 0.999", 0,
                (0, LargestShare), "market_closed_percentage", "market_closed", "closed"),
            AnnualForms.BarsPerYear(100_000),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(255,82,82)")],
        LegendInputs = ["periods", "marketClosedPercentage", AnnualForms.BarsPerYearKey],
        WarmUpBars = inputs => (int)inputs[Length],
        Stream = static context => new OnePlotStream(new OpenHighLowCloseVolatility(
            context.Whole(Length), context.Number(ClosedShare), context.Number(BarsPerYear)).Next),
    };
}
