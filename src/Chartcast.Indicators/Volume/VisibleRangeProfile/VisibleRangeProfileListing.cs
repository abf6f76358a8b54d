using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.VisibleRangeProfile;

internal static class VisibleRangeProfileListing
{
    private const int Rows = 0, Percent = 2;
    private const double MostRows = 1_000_000;

    public static IndicatorListing Create() => new()
    {
        Name = "Volume Profile Visible Range",
        Aliases = ["vpvr", "volume_profile", "volume_profile_visible_range"],
        ShortTitle = "VPVR",
        Description = "How much of the visible bars' volume was traded at which price, with the price of most volume.",
        IsOverlay = true,
        Parameters =
        [
            ParameterForms.Whole("rows", "number of rows", 24, MostRows, "row_size", "row_count", "bins"),
            ParameterForms.Choice(
                "volume", "what a row shows", "Up/Down", ["Up/Down", "Total", "Delta"], "mode", "volume_mode"),
            ParameterForms.Whole(
                "vaVolume", "percent of the volume in the value area", 70, (0, 100), "va_volume", "value_area"),
        ],
        Outputs =
        [
            Developing("Developing Poc", "rgb(255,0,0)"),
            Developing("Developing VA High", "rgb(0,0,255)"),
            Developing("Developing VA Low", "rgb(0,0,255)"),
        ],
        LegendInputs = ["rows", "volume", "vaVolume"],
        WarmUpBars = static _ => 0,
        RemembersStart = true,
        Compute = static (bars, inputs) => VisibleRangeProfile.Developing(bars, (int)inputs[Rows], inputs[Percent]),
        Profile = static (bars, first, last, inputs) =>
            VisibleRangeProfile.Of(bars, (first, last), (int)inputs[Rows], inputs[Percent]),
    };

    private static IndicatorOutput Developing(string key, string color) =>
        new(key, PlotKind.StepLine, [color], 1, IsVisible: false);
}
