using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Choppiness;

/// <summary>Choppiness index: how much longer the way of the price was than the range it stayed in, 0–100.</summary>
/// <param name="length">n in bars, 2 or more.</param>
/// <remarks>NaN where the range is zero. Source: E. W. Dreiss, Australia, 1990s.</remarks>
internal sealed class Choppiness(int length) : IndicatorStream
{
    private readonly double _logLength = Math.Log10(length);
    private readonly TrueRange _range = new(countsFirst: true);
    private readonly RollingSum _way = new(length);
    private readonly RollingExtreme _highest = RollingExtreme.Highest(length);
    private readonly RollingExtreme _lowest = RollingExtreme.Lowest(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double way = _way.Next(_range.Next(bar)), reach = _highest.Next(bar.High) - _lowest.Next(bar.Low);
        values[0] = reach == 0 ? double.NaN : 100 * Math.Log10(way / reach) / _logLength;
    }
}
