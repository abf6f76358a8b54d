using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Vidya;

internal static class VidyaListing
{
    private const int Length = 0, MomentumLength = 1;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Variable Index Dynamic Average", "vidya", "variable_index_dynamic_average"],
        ShortTitle = "VIDYA",
        Description = "Chande's variable index dynamic average: an exponential average that is quick while momentum is "
            + "strong.",
        Parameters =
        [
            ParameterForms.Length("length", 9, 10_000),
            ParameterForms.Whole(
                "momentumLength", "length of the momentum in bars", 9, 10_000, "momentum_length", "cmo_length"),
            ParameterForms.Source("source"),
        ],
        Color = OverlayForms.Blue,
        Source = 2,
        Start = static context => new VariableMean(context.Whole(Length), context.Whole(MomentumLength)).Next,
        WarmUpBars = static inputs => VariableMean.WarmUpBars((int)inputs[Length], (int)inputs[MomentumLength]),
    });
}
