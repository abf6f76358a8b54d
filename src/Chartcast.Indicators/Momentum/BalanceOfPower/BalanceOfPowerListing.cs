using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.BalanceOfPower;

internal static class BalanceOfPowerListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Balance of Power",
        Aliases = ["bop", "balance_of_power"],
        ShortTitle = "BOP",
        Description = "Balance of power: how much of each bar's range its rise (or fall) fills, -1 to 1.",
        IsOverlay = false,
        Parameters = [],
        Outputs = [PaneForms.Line("Plot", "rgb(255,82,82)")],
        WarmUpBars = static _ => 0,
        Stream = static _ => new BalanceOfPower(),
    };
}
