using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.ZeroTrendVolatility;

internal static class ZeroTrendVolatilityListing
{
    private const int Length = 0, BarsPerYear = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Volatility Zero Trend Close-to-Close",
        Aliases = ["volatility_zero_trend_close_to_close", "zero_trend_volatility", "vol_zt"],
        ShortTitle = "Vol ZT C-C",
        Description = "Root mean square of logarithmic returns from close to close, in percent a year.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("periods", 10, 10_000), AnnualForms.BarsPerYear(100_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["periods", AnnualForms.BarsPerYearKey],
        WarmUpBars = inputs => (int)inputs[Length],
        Stream = static context => new OnePlotStream(
            new ZeroTrendVolatility(context.Whole(Length), context.Number(BarsPerYear)).Next),
    };
}
