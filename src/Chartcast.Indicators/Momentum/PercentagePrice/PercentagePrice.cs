using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Momentum.Shades;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.PercentagePrice;

/// <summary>Percentage price oscillator: MACD in percent of the slow mean, with histogram and signal.</summary>
/// <param name="fast">Length of the fast exponential mean in bars, 1 or more.</param>
/// <param name="slow">Length of the slow one, 1 or more.</param>
/// <param name="signal">Length of the signal's mean in bars, 1 or more.</param>
/// <param name="source">The price to read.</param>
/// <remarks>Source: G. Appel, "Technical Analysis: Power Tools for Active Investors", 2005.</remarks>
internal sealed class PercentagePrice(int fast, int slow, int signal, PriceSource source) : IndicatorStream
{
    private readonly ExponentialMean _fast = new(fast);
    private readonly ExponentialMean _slow = new(slow);
    private readonly ExponentialMean _signal = new(signal);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double price = bar.Price(source), slowMean = _slow.Next(price), fastMean = _fast.Next(price);
        values[1] = slowMean == 0 ? double.NaN : 100 * (fastMean - slowMean) / slowMean;
        values[2] = _signal.Next(values[1]);
        values[0] = values[1] - values[2];
        colorIndexes[0] = ColumnShades.OfSignAndDirection(values[0], _before);
        _before = values[0];
    }
}
