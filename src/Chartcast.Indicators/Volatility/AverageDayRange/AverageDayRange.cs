using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.AverageDayRange;

/// <summary>The plain mean of high − low, in price units.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: the published formula of TradingView's built-in "Average Day Range".</remarks>
internal sealed class AverageDayRange(int length)
{
    private readonly RollingSum _ranges = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>The mean; NaN for the first n − 1 bars.</returns>
    public double Next(in Bar bar) => _ranges.NextMean(bar.High - bar.Low);
}
