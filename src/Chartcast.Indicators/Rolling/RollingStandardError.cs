namespace Chartcast.Indicators.Rolling;

/// <summary>The straight line of least squares through the last n values, and how far they stray from it.</summary>
/// <remarks>The residues' squares are the squared differences from the mean less what the slope explains.</remarks>
/// <param name="length">Window length n in values, 3 or more: a line through two points has no residue.</param>
public sealed class RollingStandardError(int length)
{
    private readonly RollingFit _fit = new(length);
    private readonly RollingDeviation _deviation = new(length);
    private readonly double _spread = length * ((double)length * length - 1) / 12;

    /// <summary>The line's value at the newest value; NaN until n values are there.</summary>
    public double End => _fit.End;

    /// <summary>Takes a value.</summary>
    /// <returns>The standard error √(Σ residue² / (n − 2)); NaN until n values are there.</returns>
    public double Next(double value)
    {
        _fit.Next(value);
        _deviation.Next(value);
        double explained = _fit.Slope * _fit.Slope * _spread;
        return Math.Sqrt(Math.Max(0, _deviation.Squares - explained) / (length - 2));
    }
}
