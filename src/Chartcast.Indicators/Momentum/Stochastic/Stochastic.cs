using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Stochastic;

/// <summary>Stochastic: where the close lies in the range of the last bars, smoothed (%K) and smoothed again
/// (%D).</summary>
/// <param name="length">Bars of the range, 1 or more.</param>
/// <param name="smoothing">Length of %K's plain mean, 1 or more; 1 for the fast stochastic.</param>
/// <param name="signal">Length of %D's plain mean of %K, 1 or more.</param>
/// <remarks>0–100; NaN where the range is zero. Source: G. C. Lane, "Lane's Stochastics", Technical Analysis of Stocks
/// &amp; Commodities, 1984.</remarks>
internal sealed class Stochastic(int length, int smoothing, int signal) : IndicatorStream
{
    private readonly RollingPosition _position = new(length);
    private readonly RollingSum _k = new(smoothing);
    private readonly RollingSum _d = new(signal);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        values[0] = _k.NextMean(100 * _position.Next(bar.Close, bar.High, bar.Low));
        values[1] = _d.NextMean(values[0]);
    }
}
