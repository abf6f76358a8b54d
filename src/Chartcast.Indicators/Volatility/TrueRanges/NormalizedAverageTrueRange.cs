using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.TrueRanges;

/// <summary>Average true range in percent of the close.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: J. Forman, "Cross-Market Evaluations with Normalized Average True Range", Technical Analysis of
/// Stocks &amp; Commodities, 2006.</remarks>
internal sealed class NormalizedAverageTrueRange(int length)
{
    private readonly AverageTrueRange _range = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent; NaN for the first n − 1 bars and where the close is 0.</returns>
    public double Next(in Bar bar)
    {
        double range = _range.Next(bar);
        return bar.Close == 0 ? double.NaN : 100 * range / bar.Close;
    }
}
