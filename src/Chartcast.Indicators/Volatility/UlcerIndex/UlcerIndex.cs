using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.UlcerIndex;

/// <summary>Ulcer index: the root mean square of the falls from the highest close, in percent.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: P. G. Martin and B. B. McCann, "The Investor's Guide to Fidelity Funds", 1989.</remarks>
internal sealed class UlcerIndex(int length)
{
    private readonly RollingExtreme _highest = RollingExtreme.Highest(length);
    private readonly RollingSum _squares = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent; NaN for the first 2n − 2 bars and where a highest close is 0.</returns>
    public double Next(in Bar bar)
    {
        double highest = _highest.Next(bar.Close);
        double fall = highest == 0 ? double.NaN : 100 * (bar.Close - highest) / highest;
        return Math.Sqrt(_squares.NextMean(fall * fall));
    }
}
