using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.SeveralAverages;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.DoubleAverage;

internal static class DoubleAverageListing
{
    public static IndicatorListing Create() => SeveralAveragesListing.Create(new SeveralAveragesForm
    {
        Names = ["Moving Average Double", "double_ma", "moving_average_double"],
        ShortTitle = "MA 2",
        Description = "Two moving averages of the close.",
        Averages = SeveralAveragesListing.Numbered((14, OverlayForms.Orange), (21, OverlayForms.Blue)),
    });
}
