using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.Vidya;

/// <summary>Chande's variable index dynamic average: an exponential mean whose weight follows momentum.</summary>
/// <remarks>The weight 2 / (n + 1) is multiplied by |Σup − Σdown| / (Σup + Σdown) of the last m changes; where nothing
/// moved it is 0. Begins at the price before the first such ratio. Source: T. S. Chande, S. Kroll, "The New Technical
/// Trader", 1994.</remarks>
/// <param name="length">n in values, 1 or more.</param>
/// <param name="momentumLength">m in values, 1 or more.</param>
internal sealed class VariableMean(int length, int momentumLength)
{
    private const double NegligibleShare = 1e-8;

    private readonly double _weight = Weight(length);
    private readonly RollingSum _changes = new(momentumLength);
    private readonly RollingSum _paths = new(momentumLength);
    private double _before = double.NaN;
    private double _mean = double.NaN;

    public double Next(double value)
    {
        double change = value - _before, before = _before;
        _before = value;
        if (double.IsNaN(change)) return double.NaN;
        double net = _changes.Next(change), path = _paths.Next(Math.Abs(change));
        if (double.IsNaN(path)) return double.NaN;
        if (double.IsNaN(_mean)) _mean = before;
        return _mean += (path == 0 ? 0 : _weight * Math.Abs(net) / path) * (value - _mean);
    }

    /// <summary>How many bars a random walk needs until the beginning is forgotten.</summary>
    /// <remarks>Its ratio is about 1/√m; half of that is assumed. A market that stands still forgets later.</remarks>
    public static int WarmUpBars(int length, int momentumLength)
    {
        double share = Weight(length) * 0.5 / Math.Sqrt(momentumLength);
        return momentumLength + (int)Math.Ceiling(Math.Log(NegligibleShare) / Math.Log(1 - share));
    }

    private static double Weight(int length) => 2 / (length + 1.0);
}
