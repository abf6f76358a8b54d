using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.VwapBands;

/// <summary>What the listings share that draw bands around a volume weighted average price.</summary>
internal static class BandForms
{
    private const string Edge = "rgb(76,175,80)";

    public static readonly IReadOnlyList<IndicatorOutput> Outputs =
        [PaneForms.Line("VWAP", OverlayForms.Blue), PaneForms.Line("Upper", Edge), PaneForms.Line("Lower", Edge)];

    public static readonly IReadOnlyList<IndicatorBand> Bands =
        [new IndicatorBand("Plots Background", "Upper", "Lower", "rgba(76,175,80,0.05)")];
}
