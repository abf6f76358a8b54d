using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Sma;

internal static class SmaListing
{
    public static IndicatorListing Create() => MovingAverageListing.Create(
        ["Moving Average", "sma", "ma", "moving_average", "simple_moving_average"],
        "SMA",
        "Simple moving average: the mean of the last prices.",
        static length => new RollingSum(length).NextMean,
        static length => length - 1);
}
