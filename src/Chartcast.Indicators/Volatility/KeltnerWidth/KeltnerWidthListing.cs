using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.KeltnerWidth;

internal static class KeltnerWidthListing
{
    private const int Length = 0, Multiplier = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Keltner Channels Width",
        Aliases = ["kcw", "keltner_width", "keltner_channels_width"],
        ShortTitle = "KCW",
        Description = "The distance between Keltner channels as a multiple of the line between them.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("length", 20, 2_000),
            ParameterForms.Number("mult", "ranges between middle and channels", 2, (0.001, 50), "multiplier"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["length", "mult"],
        WarmUpBars = inputs => 1 + ExponentialMean.SettlingLength((int)inputs[Length]),
        Stream = static context => new OnePlotStream(
            new KeltnerWidth(context.Whole(Length), context.Number(Multiplier)).Next),
    };
}
