using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Rolling;

/// <summary>The highest high and the lowest low of the last n bars.</summary>
/// <param name="length">n in bars, 1 or more.</param>
public sealed class RollingRange(int length)
{
    private readonly RollingExtreme _highest = RollingExtreme.Highest(length);
    private readonly RollingExtreme _lowest = RollingExtreme.Lowest(length);

    /// <summary>The highest high; NaN until n bars are there.</summary>
    public double Highest { get; private set; } = double.NaN;

    /// <summary>The lowest low; NaN until n bars are there.</summary>
    public double Lowest { get; private set; } = double.NaN;

    /// <summary>The middle between both; NaN until n bars are there.</summary>
    public double Middle => (Highest + Lowest) / 2;

    /// <summary>Takes a bar.</summary>
    /// <returns><see cref="Middle"/>.</returns>
    public double Next(in Bar bar)
    {
        Highest = _highest.Next(bar.High);
        Lowest = _lowest.Next(bar.Low);
        return Middle;
    }
}
