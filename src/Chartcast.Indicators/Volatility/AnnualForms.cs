using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility;

/// <summary>The input that volatilities in percent a year share.</summary>
internal static class AnnualForms
{
    public const string BarsPerYearKey = "daysPerYear";
    private const int TradingDaysPerYear = 252;

    public static IndicatorParameter BarsPerYear(double maximum) => ParameterForms.Whole(
        BarsPerYearKey, "bars in a year", TradingDaysPerYear, maximum, "days_per_year", "days", "annual");
}
