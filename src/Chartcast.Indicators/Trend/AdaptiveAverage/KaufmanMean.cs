using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.AdaptiveAverage;

/// <summary>Kaufman's adaptive mean: quick where prices go somewhere, slow where they go to and fro.</summary>
/// <remarks>
/// The efficiency ratio e = |x − x[n]| / Σ|Δx| sets the weight (e · (f − s) + s)² of the newest value, f and s being
/// those of exponential means over 2 and 30 values. The n-th value is the seed. Source: P. J. Kaufman, "Smarter
/// Trading", 1995.
/// </remarks>
/// <param name="length">n in values, 1 or more.</param>
internal sealed class KaufmanMean(int length)
{
    private const double Fastest = 2.0 / 3, Slowest = 2.0 / 31, NegligibleShare = 1e-8;

    private readonly Delay _delay = new(length);
    private readonly RollingSum _path = new(length);
    private double _before = double.NaN;
    private double _mean = double.NaN;
    private int _taken;

    public double Next(double value)
    {
        double way = Math.Abs(value - _delay.Next(value));
        double path = _path.Next(_taken == 0 ? 0 : Math.Abs(value - _before));
        _before = value;
        if (++_taken == length) return _mean = value;
        if (_taken < length || double.IsNaN(way) || double.IsNaN(path)) return _mean;
        return _mean += Weight(path == 0 ? 0 : way / path) * (value - _mean);
    }

    /// <summary>How many bars a random walk needs until the seed is forgotten.</summary>
    /// <remarks>Its ratio is about 1/√n; half of that is assumed. A market that stands still forgets later.</remarks>
    public static int WarmUpBars(int length) => length
        + (int)Math.Ceiling(Math.Log(NegligibleShare) / Math.Log(1 - Weight(0.5 / Math.Sqrt(length))));

    private static double Weight(double ratio)
    {
        double root = ratio * (Fastest - Slowest) + Slowest;
        return root * root;
    }
}
