using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.EaseOfMovement;

internal static class EaseOfMovementListing
{
    private const int Divisor = 0, Length = 1;

    public static IndicatorListing Create() => new()
    {
        Name = "Ease of Movement",
        Aliases = ["eom", "emv", "ease_of_movement"],
        ShortTitle = "EOM",
        Description = "How far prices move for the volume it takes; far above 0 where they rise with ease.",
        IsOverlay = false,
        Parameters =
        [
            ParameterForms.Whole("in_0", "divisor of volumes", 10_000, 1_000_000_000, "divisor"),
            ParameterForms.Length("in_1", 14, 2_000),
        ],
        Outputs = [PaneForms.Line("Plot", "rgb(67,160,71)")],
        LegendInputs = ["in_1", "in_0"],
        WarmUpBars = inputs => (int)inputs[Length],
        Stream = static context => new OnePlotStream(
            new EaseOfMovement(context.Number(Divisor), context.Whole(Length)).Next),
    };
}
