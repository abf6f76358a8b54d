namespace Chartcast.Indicators.Rolling;

/// <summary>The straight line of least squares through the last n values.</summary>
/// <remarks>The line follows from two means: it ends at 3·w − 2·m with w the linearly weighted and m the plain mean,
/// and passes m in the middle. So it is as free of drift as they are, at constant cost.</remarks>
/// <param name="length">Window length n in values, 1 or more.</param>
public sealed class RollingFit(int length)
{
    private readonly RollingSum _sum = new(length);
    private readonly RollingWeightedMean _weighted = new(length);

    /// <summary>The line's value at the newest value; NaN until n values are there.</summary>
    public double End { get; private set; } = double.NaN;

    /// <summary>How much the line rises per value; NaN until n values are there, 0 for n = 1.</summary>
    public double Slope { get; private set; } = double.NaN;

    /// <summary>Takes a value.</summary>
    /// <returns><see cref="End"/>.</returns>
    public double Next(double value)
    {
        double mean = _sum.NextMean(value), weighted = _weighted.Next(value);
        Slope = length == 1 ? 0 * mean : 6 * (weighted - mean) / (length - 1);
        return End = length == 1 ? mean : 3 * weighted - 2 * mean;
    }
}
