using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.AbsolutePrice;

/// <summary>Absolute price oscillator: a fast exponential mean minus a slow one, in price units.</summary>
/// <param name="fast">Length of the fast mean in bars, 1 or more.</param>
/// <param name="slow">Length of the slow one, 1 or more.</param>
/// <param name="source">The price to read.</param>
internal sealed class AbsolutePrice(int fast, int slow, PriceSource source) : IndicatorStream
{
    private readonly ExponentialMean _fast = new(fast);
    private readonly ExponentialMean _slow = new(slow);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double price = bar.Price(source);
        values[0] = _fast.Next(price) - _slow.Next(price);
    }
}
