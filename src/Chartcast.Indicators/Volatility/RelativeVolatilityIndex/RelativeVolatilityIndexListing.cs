using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.RelativeVolatilityIndex;

internal static class RelativeVolatilityIndexListing
{
    private const int Length = 0, Smoothing = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Relative Volatility Index",
        Aliases = ["relative_volatility_index", "relative_volatility"],
        ShortTitle = "RVI",
        Description = "How much of the scatter of prices falls on rising bars, 0 to 100; above 50 confirms a rise.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("length", 10, 2_000),
            ParameterForms.Whole(
                "smoothing", "length of the smoothing in bars", 14, 2_000, "smoothing_length", "ema_length"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(126,87,194)")],
        Levels = PaneForms.Limits(80, 20),
        Bands = [PaneForms.BetweenLimits("rgba(126,87,194,0.1)")],
        LegendInputs = ["length", "smoothing"],
        FixedRange = (0, 100),
        WarmUpBars = inputs => (int)inputs[Length] + ExponentialMean.SettlingLength((int)inputs[Smoothing]),
        Stream = static context => new OnePlotStream(
            new RelativeVolatilityIndex(context.Whole(Length), context.Whole(Smoothing)).Next),
    };
}
