using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.SeveralAverages;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.MultipleAverages;

internal static class MultipleAveragesListing
{
    public static IndicatorListing Create() => SeveralAveragesListing.Create(new SeveralAveragesForm
    {
        Names = ["Moving Average Multiple", "multiple_ma", "moving_average_multiple"],
        ShortTitle = "MA 6",
        Description = "Six moving averages of the close.",
        Averages = SeveralAveragesListing.Numbered(
            (14, "rgb(156,39,176)"), (21, OverlayForms.Orange), (35, OverlayForms.Green), (50, "rgb(38,198,218)"),
            (100, "rgb(245,0,87)"), (200, OverlayForms.Blue)),
    });
}
