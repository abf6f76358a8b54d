using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.SeveralAverages;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.TripleAverage;

internal static class TripleAverageListing
{
    public static IndicatorListing Create() => SeveralAveragesListing.Create(new SeveralAveragesForm
    {
        Names = ["Moving Average Triple", "triple_ma", "moving_average_triple"],
        ShortTitle = "MA 3",
        Description = "Three moving averages of the close.",
        Averages = SeveralAveragesListing.Numbered(
            (14, OverlayForms.Orange), (21, OverlayForms.Blue), (35, "rgb(38,198,218)")),
    });
}
