using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Qqe;

internal static class QqeListing
{
    private const int Length = 0, Smoothing = 1, Factor = 2;

    public static IndicatorListing Create() => new()
    {
        Name = "Quantitative Qualitative Estimation",
        Aliases = ["qqe", "quantitative_qualitative_estimation"],
        ShortTitle = "QQE",
        Description = "QQE: a smoothed RSI and a line that trails it; where they cross momentum turns.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("length", 14, 2_000),
            ParameterForms.NamedLength("smoothing", "smooth", "the RSI's mean", 5, 2_000),
            ParameterForms.Number(
                "factor", "mean moves between the RSI and the trailing line", 4.236, (0.01, 100), "multiplier", "mult"),
        ],
        Outputs = [PaneForms.Line("RSI", "rgb(33,150,243)"), PaneForms.Line("Trail", "rgb(255,109,0)")],
        Levels = [PaneForms.Level("Middle", 50)],
        LegendInputs = ["length", "smoothing", "factor"],
        WarmUpBars = static inputs => 2 + ExponentialMean.WilderSettlingLength((int)inputs[Length])
            + ExponentialMean.SettlingLength((int)inputs[Smoothing])
            + 2 * ExponentialMean.SettlingLength(2 * (int)inputs[Length] - 1),
        RemembersStart = true,
        Stream = static context => new Qqe(context.Whole(Length), context.Whole(Smoothing), context.Number(Factor)),
    };
}
