using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Trend.Smoothing;

namespace Chartcast.Indicators.Trend.Ema;

internal static class EmaListing
{
    public static IndicatorListing Create() => MovingAverageListing.Create(
        ["Moving Average Exponential", "ema", "moving_average_exponential", "exponential_moving_average"],
        "EMA",
        "Exponential moving average: recent prices weigh more.",
        static length => new ExponentialMean(length).Next,
        ExponentialMean.SettlingLength);
}
