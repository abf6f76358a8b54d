using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Rolling;

/// <summary>Wilder's average of true ranges; the first bar counts with high − low.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978; the first bar as TradingView's
/// <c>ta.atr</c> counts it.</remarks>
public sealed class AverageTrueRange(int length)
{
    private readonly TrueRange _range = new(countsFirst: true);
    private readonly ExponentialMean _mean = ExponentialMean.Wilder(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>The average, in price units; NaN for the first n − 1 bars.</returns>
    public double Next(in Bar bar) => _mean.Next(_range.Next(bar));
}
