using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Fisher;

/// <summary>Fisher transform: where the bars' middles lie in their range, made to follow a bell curve, and the value
/// before as trigger.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Begins at bar n − 1. A range of zero counts as its middle, where TradingView, which takes no range below
/// 0.001 price units, lets it fall. Source: J. F. Ehlers, "Using the Fisher Transform", Technical Analysis of Stocks
/// &amp; Commodities, 2002.</remarks>
internal sealed class Fisher(int length) : IndicatorStream
{
    /// <summary>Bars after which what was before is forgotten.</summary>
    public const int SettlingBars = 64;

    private const double NewShare = 0.66, OldShare = 0.67, OldFisherShare = 0.5;
    private const double ClampBeyond = 0.99, ClampTo = 0.999;

    private readonly RollingPosition _position = new(length);
    private double _value;
    private double _fisher = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double position = _position.Next(bar.Price(PriceSource.Hl2));
        values[1] = _fisher;
        if (!double.IsNaN(_position.Range)) Advance(_position.Range == 0 ? 0.5 : position);
        values[0] = _fisher;
    }

    private void Advance(double position)
    {
        _value = NewShare * (position - 0.5) + OldShare * _value;
        if (Math.Abs(_value) > ClampBeyond) _value = Math.CopySign(ClampTo, _value);
        double before = double.IsNaN(_fisher) ? 0 : _fisher;
        _fisher = 0.5 * Math.Log((1 + _value) / (1 - _value)) + OldFisherShare * before;
    }
}
