using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.ElderRay;

/// <summary>Elder ray: how far bulls pushed the high above the mean of the closes and bears the low below it, in price
/// units.</summary>
/// <param name="length">Length of the exponential mean in bars, 1 or more.</param>
/// <remarks>Source: A. Elder, "Trading for a Living", 1993.</remarks>
internal sealed class ElderRay(int length)
{
    private readonly ExponentialMean _mean = new(length);

    /// <summary>High minus mean; NaN for the first n − 1 bars.</summary>
    public double Bull { get; private set; } = double.NaN;

    /// <summary>Low minus mean.</summary>
    public double Bear { get; private set; } = double.NaN;

    /// <summary>Takes the next bar.</summary>
    public void Next(in Bar bar)
    {
        double mean = _mean.Next(bar.Close);
        Bull = bar.High - mean;
        Bear = bar.Low - mean;
    }
}
