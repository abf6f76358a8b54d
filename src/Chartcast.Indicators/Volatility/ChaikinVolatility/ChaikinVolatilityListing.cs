using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.ChaikinVolatility;

internal static class ChaikinVolatilityListing
{
    private const int Length = 0, Lookback = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Chaikin Volatility",
        Aliases = ["chaikin_volatility", "cvol"],
        ShortTitle = "Chaikin Volatility",
        Description = "How much the usual distance from low to high has grown or shrunk, in percent.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Length("periods", 10, 2_000),
            ParameterForms.Whole(
                "rocLookback", "bars over which the change is taken", 10, 2_000, "roc", "lookback", "roc_length"),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(236,64,122)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["periods", "rocLookback"],
        WarmUpBars = inputs => ExponentialMean.SettlingLength((int)inputs[Length]) + (int)inputs[Lookback],
        Stream = static context => new OnePlotStream(
            new ChaikinVolatility(context.Whole(Length), context.Whole(Lookback)).Next),
    };
}
