using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.StochasticRsi;

/// <summary>Stochastic RSI: where the relative strength index lies in its own recent range, smoothed twice.</summary>
/// <param name="length">Length of the relative strength index in bars, 1 or more.</param>
/// <param name="rangeLength">Bars of its range, 1 or more.</param>
/// <param name="smoothing">Length of %K's plain mean, 1 or more.</param>
/// <param name="signal">Length of %D's plain mean of %K, 1 or more.</param>
/// <remarks>0–100; NaN where the index does not move. Source: T. Chande, S. Kroll, "The New Technical Trader",
/// 1994.</remarks>
internal sealed class StochasticRsi(int length, int rangeLength, int smoothing, int signal) : IndicatorStream
{
    // While the price rests the index moves by rounding alone.
    private const double NoRange = 1e-9;

    private readonly Rsi.Rsi _rsi = new(length);
    private readonly RollingPosition _position = new(rangeLength);
    private readonly RollingSum _k = new(smoothing);
    private readonly RollingSum _d = new(signal);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double position = _position.Next(_rsi.Next(bar.Close));
        values[0] = _k.NextMean(_position.Range < NoRange ? double.NaN : 100 * position);
        values[1] = _d.NextMean(values[0]);
    }
}
