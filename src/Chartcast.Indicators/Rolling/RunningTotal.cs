namespace Chartcast.Indicators.Rolling;

/// <summary>The sum of all values from the first on.</summary>
public sealed class RunningTotal
{
    private double _sum;

    /// <summary>Takes a value.</summary>
    /// <param name="value">Any value; NaN adds nothing.</param>
    /// <returns>The sum; NaN where the value is NaN, so that what is unknown shows as a gap.</returns>
    public double Next(double value) => double.IsNaN(value) ? double.NaN : _sum += value;
}
