using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.ForceIndex;

/// <summary>Elder's force index: the exponential mean of each bar's change times its volume.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: A. Elder, "Trading for a Living", 1993.</remarks>
internal sealed class ForceIndex(int length)
{
    private readonly ExponentialMean _mean = new(length);
    private double _closeBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The mean in price times volume; NaN for the first n bars; held at bars without known
    /// volume.</returns>
    public double Next(in Bar bar)
    {
        double force = (bar.Close - _closeBefore) * bar.Volume;
        _closeBefore = bar.Close;
        return _mean.Next(force);
    }
}
