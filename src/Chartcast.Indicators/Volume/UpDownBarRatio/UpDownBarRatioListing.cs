using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.UpDownBarRatio;

internal static class UpDownBarRatioListing
{
    public static IndicatorListing Create() => new()
    {
        Name = "Up/Down Bar Ratio",
        Aliases = ["up_down_ratio", "up_down_bar_ratio"],
        ShortTitle = "Up/Down",
        Description = "How many of the last bars rose for each that fell.",
        IsOverlay = false,
        Parameters = [ParameterForms.Length("length", 9, 2_000)],
        Outputs = [PaneForms.Line("Plot", "rgb(33,150,243)")],
        Levels = [PaneForms.Level("One", 1)],
        LegendInputs = ["length"],
        WarmUpBars = inputs => (int)inputs[0] - 1,
        Stream = static context => new OnePlotStream(new UpDownBarRatio(context.Whole(0)).Next),
    };
}
