namespace Chartcast.Indicators.Rolling;

/// <summary>Where a value lies between the lowest and the highest of the last n.</summary>
/// <param name="length">Window length n in values, 1 or more.</param>
/// <remarks>Source: G. C. Lane, "Lane's Stochastics", Technical Analysis of Stocks &amp; Commodities, 1984.</remarks>
public sealed class RollingPosition(int length)
{
    private readonly RollingExtreme _highest = RollingExtreme.Highest(length);
    private readonly RollingExtreme _lowest = RollingExtreme.Lowest(length);

    /// <summary>Highest minus lowest of the window that was spoken of last; NaN when it was not full.</summary>
    public double Range { get; private set; } = double.NaN;

    /// <summary>Takes a value that is its own high and low.</summary>
    /// <returns>0 at the lowest to 1 at the highest; NaN until n values are there, and where all are equal.</returns>
    public double Next(double value) => Next(value, value, value);

    /// <summary>Takes a value and the high and low that came with it.</summary>
    /// <returns>0 at the lowest low to 1 at the highest high; NaN until n values are there, and where the highest high
    /// is the lowest low.</returns>
    public double Next(double value, double high, double low)
    {
        double lowest = _lowest.Next(low);
        Range = _highest.Next(high) - lowest;
        return Range == 0 ? double.NaN : (value - lowest) / Range;
    }
}
