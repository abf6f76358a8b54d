using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.MaCross;

/// <summary>What the listings of crossing lines share.</summary>
internal static class CrossForms
{
    private const double MarkWidthPx = 4;

    public static IndicatorOutput Output(string key) =>
        new(key, PlotKind.Crosses, [OverlayForms.Blue], MarkWidthPx);
}
