using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.PriceMomentum;

/// <summary>Momentum: the price minus that of n bars ago, in price units.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="source">The price to read.</param>
internal sealed class PriceMomentum(int length, PriceSource source) : IndicatorStream
{
    private readonly Delay _before = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double price = bar.Price(source);
        values[0] = price - _before.Next(price);
    }
}
