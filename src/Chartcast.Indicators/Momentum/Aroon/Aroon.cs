using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Aroon;

/// <summary>Aroon: how long ago the highest high and the lowest low of the last n + 1 bars were.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Of equal extremes the newest counts. Source: T. Chande, "The Time Price Oscillator", Technical Analysis of
/// Stocks &amp; Commodities, 1995.</remarks>
internal sealed class Aroon(int length)
{
    private readonly RollingExtreme _highest = RollingExtreme.Highest(length + 1);
    private readonly RollingExtreme _lowest = RollingExtreme.Lowest(length + 1);

    /// <summary>100 when the newest high is the highest, 0 when the oldest is; NaN for the first n bars.</summary>
    public double Up { get; private set; } = double.NaN;

    /// <summary>The same of the lows.</summary>
    public double Down { get; private set; } = double.NaN;

    /// <summary>Takes the next bar.</summary>
    public void Next(in Bar bar)
    {
        _highest.Next(bar.High);
        _lowest.Next(bar.Low);
        Up = ShareOf(_highest.Age);
        Down = ShareOf(_lowest.Age);
    }

    private double ShareOf(int age) => age < 0 ? double.NaN : 100.0 * (length - age) / length;
}
