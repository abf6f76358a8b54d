using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.ChaikinVolatility;

/// <summary>Chaikin volatility: the change, in percent, of the exponential mean of high − low.</summary>
/// <param name="length">Length of the mean in bars, 1 or more.</param>
/// <param name="lookback">Over how many bars the change is taken, 1 or more.</param>
/// <remarks>Source: S. B. Achelis, "Technical Analysis from A to Z", 2000.</remarks>
internal sealed class ChaikinVolatility(int length, int lookback)
{
    private readonly ExponentialMean _mean = new(length);
    private readonly Delay _before = new(lookback);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent; NaN until mean and change are there and where the earlier mean is 0.</returns>
    public double Next(in Bar bar)
    {
        double mean = _mean.Next(bar.High - bar.Low), before = _before.Next(mean);
        return before == 0 ? double.NaN : 100 * (mean - before) / before;
    }
}
