using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.DoubleEma;

/// <summary>Twice the exponential mean, less the exponential mean of it.</summary>
/// <param name="length">n in values, 1 or more.</param>
/// <remarks>Source: P. Mulloy, "Smoothing Data with Faster Moving Averages", Technical Analysis of Stocks &amp;
/// Commodities, 1994.</remarks>
internal sealed class DoubleExponentialMean(int length)
{
    private readonly ExponentialMean _once = new(length);
    private readonly ExponentialMean _twice = new(length);

    public double Next(double value)
    {
        double once = _once.Next(value);
        return 2 * once - _twice.Next(once);
    }
}
