using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.MajorityRule;

internal static class MajorityRuleListing
{
    private const int Length = 0;

    public static IndicatorListing Create() => new()
    {
        Name = "Majority Rule",
        Aliases = ["majority", "majority_rule"],
        ShortTitle = "Majority",
        Description = "Majority rule: the share of bars whose close rose, 0 to 100.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("rollingPeriod", 14, 10_000)],
        Outputs = [PaneForms.Line("Majority Rule", "rgb(255,82,82)")],
        LegendInputs = ["rollingPeriod"],
        FixedRange = (0, 100),
        WarmUpBars = static inputs => (int)inputs[Length],
        Stream = static context => new MajorityRule(context.Whole(Length)),
    };
}
