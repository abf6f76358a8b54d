using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.GannHiLo;

/// <summary>The average of the lows while prices rise, that of the highs while they fall.</summary>
/// <remarks>The trend turns when a close is beyond the average of highs (lows) up to the bar before; it begins rising.
/// Source: R. Krausz, "The New Gann Swing Chartist", Technical Analysis of Stocks &amp; Commodities, 1998.</remarks>
/// <param name="length">Length of the averages in bars, 1 or more.</param>
internal sealed class GannHiLo(int length) : IndicatorStream
{
    private const byte Rising = 0, Falling = 1;

    private readonly RollingSum _highs = new(length);
    private readonly RollingSum _lows = new(length);
    private double _highBefore = double.NaN;
    private double _lowBefore = double.NaN;
    private bool _rises = true;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        if (bar.Close > _highBefore) _rises = true;
        else if (bar.Close < _lowBefore) _rises = false;
        bool isKnown = !double.IsNaN(_highBefore);
        _highBefore = _highs.NextMean(bar.High);
        _lowBefore = _lows.NextMean(bar.Low);
        values[0] = !isKnown ? double.NaN : _rises ? _lowBefore : _highBefore;
        colorIndexes[0] = _rises ? Rising : Falling;
    }
}
