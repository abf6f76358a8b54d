using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.RateOfChange;

/// <summary>Rate of change: by how many percent a value differs from that of n values ago.</summary>
/// <param name="length">n in values, 1 or more.</param>
internal sealed class RateOfChange(int length)
{
    private readonly Delay _before = new(length);

    /// <summary>Takes a value.</summary>
    /// <returns>Percent; NaN for the first n values, and where the earlier value is 0.</returns>
    public double Next(double value)
    {
        double before = _before.Next(value);
        return before == 0 ? double.NaN : 100 * (value - before) / before;
    }
}
