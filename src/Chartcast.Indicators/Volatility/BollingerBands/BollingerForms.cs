using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.BollingerBands;

/// <summary>The inputs that Bollinger's tools share.</summary>
internal static class BollingerForms
{
    public static IndicatorParameter Length() => ParameterForms.Length("in_0", 20, 10_000);

    public static IndicatorParameter Multiplier(string key = "in_1") => ParameterForms.Number(
        key, "standard deviations between average and bands", 2, (0.001, 50),
        "stddev", "std_dev", "multiplier", "mult", "deviations");
}
