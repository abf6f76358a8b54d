using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.AdvanceDecline;

internal static class AdvanceDeclineListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Advance/Decline",
        Aliases = ["advance_decline", "advance_decline_ratio", "adrb"],
        ShortTitle = "Adv/Dec",
        Description = "Advance/decline: how many bars closed up for each that closed down.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 10, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        LegendInputs = ["in_0"],
        WarmUpBars = static inputs => (int)inputs[Length] - 1,
        Stream = static context => new AdvanceDecline(context.Whole(Length)),
    };
}
