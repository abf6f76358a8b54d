using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.ChaikinOscillator;

/// <summary>Chaikin oscillator: a fast exponential mean of accumulation/distribution minus a slow one.</summary>
/// <param name="fast">Length of the fast mean in bars, 1 or more.</param>
/// <param name="slow">Length of the slow one, 1 or more.</param>
/// <remarks>Where the sum begins cancels out. Source: S. B. Achelis, "Technical Analysis from A to Z", 2000.</remarks>
internal sealed class ChaikinOscillator(int fast, int slow)
{
    private readonly AccumulationDistribution.AccumulationDistribution _line = new();
    private readonly ExponentialMean _fast = new(fast);
    private readonly ExponentialMean _slow = new(slow);

    /// <summary>Takes a bar.</summary>
    /// <returns>The difference in units of volume; NaN until both means are there.</returns>
    public double Next(in Bar bar)
    {
        double line = _line.Next(bar);
        return _fast.Next(line) - _slow.Next(line);
    }
}
