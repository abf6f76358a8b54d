using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.StandardDeviation;

/// <summary>A number of population standard deviations of the closes, in price units.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="multiplier">How many; may be negative.</param>
internal sealed class StandardDeviation(int length, double multiplier)
{
    private readonly RollingDeviation _deviation = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>The product; NaN for the first n − 1 bars.</returns>
    public double Next(in Bar bar) => multiplier * _deviation.Next(bar.Close);
}
