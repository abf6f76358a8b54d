using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.ForceIndex;

internal static class ForceIndexListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Elder's Force Index",
        Aliases = ["efi", "force_index", "elder_force_index"],
        ShortTitle = "EFI",
        Description = "Elder's force index: change times volume, averaged; the force behind rises and falls.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("in_0", 13, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(242,54,69)")],
        Levels = [PaneForms.Zero()],
        LegendInputs = ["in_0"],
        WarmUpBars = inputs => 1 + ExponentialMean.SettlingLength((int)inputs[0]),
        Stream = static context => new OnePlotStream(new ForceIndex(context.Whole(0)).Next),
    };
}
