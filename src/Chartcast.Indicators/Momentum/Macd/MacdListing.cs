using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Macd;

internal static class MacdListing
{
    private const int Fast = 0, Slow = 1, Signal = 2, Source = 3;

    /// <summary>Columns of a gap between a line and its signal.</summary>
    public static readonly IndicatorOutput HistogramOutput = new(
        "Histogram", PlotKind.Columns,
        ["rgb(34,171,148)", "rgb(172,229,220)", "rgb(252,203,205)", "rgb(255,82,82)"], 1);

    public static IndicatorListing Create() => new()
    {
        Name = "MACD",
        Aliases = ["macd", "moving_average_convergence_divergence"],
        ShortTitle = "MACD",
        Description = "Moving average convergence/divergence: a fast average minus a slow one, its signal line and "
            + "their gap.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.NamedLength("in_0", "fast", "the fast average", 12, 2_000),
            ParameterForms.NamedLength("in_1", "slow", "the slow average", 26, 2_000),
            ParameterForms.NamedLength("in_2", "signal", "the signal line", 9, 50),
            ParameterForms.Source("in_3"),
        ],
        Outputs =
        [
            HistogramOutput,
            PaneForms.Line("MACD", "rgb(33,150,243)"),
            PaneForms.Line("Signal", "rgb(255,109,0)"),
        ],
        LegendInputs = ["in_0", "in_1", "in_2", "in_3"],
        WarmUpBars = inputs => ExponentialMean.SettlingLength((int)Math.Max(inputs[Fast], inputs[Slow]))
            + ExponentialMean.SettlingLength((int)inputs[Signal]),
        Stream = static context => new Macd(
            context.Whole(Fast), context.Whole(Slow), context.Whole(Signal), context.Source(Source)),
    };
}
