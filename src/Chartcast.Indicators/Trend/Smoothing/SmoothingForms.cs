using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>What the listings with a smoothing line share.</summary>
/// <remarks>TradingView computes the smoothing line always and hides it until asked; so do we.</remarks>
internal static class SmoothingForms
{
    public static readonly IndicatorOutput Output =
        new("Smoothed MA", PlotKind.Line, ["rgb(255,152,0)"], 1, IsVisible: false);

    public static IndicatorParameter Kind() => new(
        "smoothingLine", "kind of the smoothing line", ParameterKind.Choice, 0, 0, 2, ["SMA", "EMA", "WMA"],
        ["smoothing_line", "smoothing"]);

    public static IndicatorParameter Length(double defaultValue) => ParameterForms.Whole(
        "smoothingLength", "length of the smoothing line in bars", defaultValue, 10_000, "smoothing_length");
}
