namespace Chartcast.Indicators.Rolling;

/// <summary>Natural logarithms of the ratio of each value to the one before.</summary>
public sealed class LogReturn
{
    private double _before = double.NaN;

    /// <summary>Takes a value.</summary>
    /// <returns>ln(value / value before); NaN at the first and where the ratio is not above 0 and finite.</returns>
    public double Next(double value)
    {
        double ratio = value / _before;
        _before = value;
        return Of(ratio);
    }

    /// <summary>The logarithm of a ratio of prices.</summary>
    /// <returns>ln(ratio); NaN where the ratio is not above 0 and finite.</returns>
    public static double Of(double ratio) =>
        ratio > 0 && double.IsFinite(ratio) ? Math.Log(ratio) : double.NaN;
}
