using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Vortex;

/// <summary>Vortex indicator: how far highs reach above the lows before, and lows below the highs before, each for the
/// true range.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>NaN for the first n bars, and where the range is zero. Source: E. Botes, D. Siepman, "The Vortex
/// Indicator", Technical Analysis of Stocks &amp; Commodities, 2010.</remarks>
internal sealed class Vortex(int length) : IndicatorStream
{
    private readonly TrueRange _range = new(countsFirst: false);
    private readonly RollingSum _ranges = new(length);
    private readonly RollingSum _rises = new(length);
    private readonly RollingSum _falls = new(length);
    private double _highBefore = double.NaN;
    private double _lowBefore = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double ranges = _ranges.Next(_range.Next(bar));
        double rises = _rises.Next(Math.Abs(bar.High - _lowBefore));
        double falls = _falls.Next(Math.Abs(bar.Low - _highBefore));
        (_highBefore, _lowBefore) = (bar.High, bar.Low);
        values[0] = ranges == 0 ? double.NaN : rises / ranges;
        values[1] = ranges == 0 ? double.NaN : falls / ranges;
    }
}
