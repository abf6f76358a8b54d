using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Volatility.BollingerBands;

namespace Chartcast.Indicators.Volatility.BollingerTrend;

internal static class BollingerTrendListing
{
    private const int Short = 0, Long = 1, Multiplier = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "BBTrend",
        Aliases = ["bbtrend", "bollinger_trend"],
        ShortTitle = "BBTrend",
        Description = "Strength and direction of a trend, from how Bollinger bands of two lengths spread.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("shortLength", "short", "the short bands", 20, 10_000),
            ParameterForms.NamedLength("longLength", "long", "the long bands", 50, 10_000),
            BollingerForms.Multiplier("stdDev"),
        ],
        Outputs =
        [
            new IndicatorOutput(
                "Plot", PlotKind.Columns,
                ["rgba(8,153,129,0.75)", "rgba(8,153,129,0.5)", "rgba(242,54,69,0.5)", "rgba(242,54,69,0.75)"], 1),
        ],
        LegendInputs = ["shortLength", "longLength", "stdDev"],
        WarmUpBars = inputs => (int)Math.Max(inputs[Short], inputs[Long]),
        Stream = static context => new BollingerTrend(
            context.Whole(Short), context.Whole(Long), context.Number(Multiplier)),
    };
}
