using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.SeveralAverages;

namespace Chartcast.Indicators.Trend.Ribbon;

internal static class RibbonListing
{
    public static IndicatorListing Create() => SeveralAveragesListing.Create(new SeveralAveragesForm
    {
        Names = ["Moving Average Ribbon", "ma_ribbon", "ribbon", "moving_average_ribbon"],
        ShortTitle = "MA Ribbon",
        Description = "Moving average ribbon: four averages of growing length, in order while a trend lasts.",
        HasSource = true,
        Averages =
        [
            new AverageForm("length1", "first", 20, "MA 1", "rgb(246,195,9)", "period1"),
            new AverageForm("length2", "second", 50, "MA 2", "rgb(251,152,0)", "period2"),
            new AverageForm("length3", "third", 100, "MA 3", "rgb(251,101,0)", "period3"),
            new AverageForm("length4", "fourth", 200, "MA 4", "rgb(246,12,12)", "period4"),
        ],
    });
}
