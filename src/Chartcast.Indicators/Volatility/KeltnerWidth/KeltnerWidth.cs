using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.KeltnerWidth;

/// <summary>The distance between Keltner channels as a multiple of the line between them.</summary>
/// <param name="length">Length of both exponential means in bars, 1 or more.</param>
/// <param name="multiplier">How many mean true ranges the channels lie from the middle.</param>
/// <remarks>Both means are exponential, as in the Pine built-in <c>ta.kcw</c>; the first bar's range counts as high −
/// low, so that values begin with the middle line.</remarks>
internal sealed class KeltnerWidth(int length, double multiplier)
{
    private readonly ExponentialMean _middle = new(length);
    private readonly TrueRange _range = new(countsFirst: true);
    private readonly ExponentialMean _ranges = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>The ratio; NaN for the first n − 1 bars and where the middle line is 0.</returns>
    public double Next(in Bar bar)
    {
        double middle = _middle.Next(bar.Close), range = _ranges.Next(_range.Next(bar));
        return middle == 0 ? double.NaN : 2 * multiplier * range / middle;
    }
}
