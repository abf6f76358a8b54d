namespace Chartcast.Indicators.Rolling;

/// <summary>Means of the last four values with the weights 1, 2, 2, 1.</summary>
public sealed class SymmetricMean
{
    private double _first = double.NaN;
    private double _second = double.NaN;
    private double _third = double.NaN;

    /// <summary>Takes a value.</summary>
    /// <param name="value">Any value; NaN makes the four means that hold it NaN.</param>
    /// <returns>The mean; NaN for the first three values.</returns>
    public double Next(double value)
    {
        double mean = (_first + 2 * _second + 2 * _third + value) / 6;
        (_first, _second, _third) = (_second, _third, value);
        return mean;
    }
}
