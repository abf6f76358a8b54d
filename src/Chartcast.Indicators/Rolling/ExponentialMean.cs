namespace Chartcast.Indicators.Rolling;

/// <summary>Exponentially weighted means, seeded with the plain mean of the first n values.</summary>
/// <remarks>
/// NaN before the first value moves the seed; a later NaN is skipped and the mean is held. Source of the seed:
/// TradingView's Pine script built-ins <c>ta.ema</c> and <c>ta.rma</c>.
/// </remarks>
public sealed class ExponentialMean
{
    /// <summary>Share of the seed's error that is left when a value counts as independent of where the data
    /// begin.</summary>
    private const double NegligibleShare = 1e-8;

    private readonly int _length;
    private readonly double _weight;
    private int _taken;
    private double _sum;
    private double _mean = double.NaN;

    /// <summary>Starts the usual mean, with weight 2 / (n + 1) for the newest value.</summary>
    /// <param name="length">n in values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public ExponentialMean(int length)
        : this(length, 2.0 / (length + 1.0))
    {
    }

    private ExponentialMean(int length, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _weight = weight;
    }

    /// <summary>Starts Wilder's mean, with weight 1 / n for the newest value.</summary>
    /// <param name="length">n in values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    /// <remarks>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.</remarks>
    public static ExponentialMean Wilder(int length) => new(length, 1.0 / length);

    /// <summary>Takes a value.</summary>
    /// <param name="value">Any value; NaN is skipped.</param>
    /// <returns>The mean; NaN before the n-th valid value.</returns>
    public double Next(double value)
    {
        if (double.IsNaN(value)) return _mean;
        if (_taken >= _length) return _mean += _weight * (value - _mean);
        _sum += value;
        if (++_taken == _length) _mean = _sum / _length;
        return _mean;
    }

    /// <summary>How many values before a mean make it independent of where the data begin.</summary>
    /// <param name="length">n, 1 or more.</param>
    /// <returns>The seed's own n values and as many more as shrink the seed's error to a hundred-millionth.</returns>
    public static int SettlingLength(int length) => SettlingLength(length, 2.0 / (length + 1.0));

    /// <summary>The same for Wilder's mean.</summary>
    /// <param name="length">n, 1 or more.</param>
    public static int WilderSettlingLength(int length) => SettlingLength(length, 1.0 / length);

    private static int SettlingLength(int length, double weight) =>
        weight >= 1 ? length : length + (int)Math.Ceiling(Math.Log(NegligibleShare) / Math.Log(1 - weight));
}
