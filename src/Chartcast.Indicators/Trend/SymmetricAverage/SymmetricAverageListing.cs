using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.SymmetricAverage;

internal static class SymmetricAverageListing
{
    private const int Window = 4;

    public static IndicatorListing Create() => LineListing.Create(new LineForm
    {
        Names = ["Symmetrically Weighted Moving Average", "swma", "symmetric_moving_average"],
        ShortTitle = "SWMA",
        Description = "Symmetrically weighted moving average: four prices with the weights 1, 2, 2, 1.",
        Parameters = [ParameterForms.Source("source")],
        Color = OverlayForms.Blue,
        Source = 0,
        Start = static _ => new SymmetricMean().Next,
        WarmUpBars = static _ => Window - 1,
    });
}
