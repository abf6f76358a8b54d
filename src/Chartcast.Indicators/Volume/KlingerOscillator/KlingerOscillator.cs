using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.KlingerOscillator;

/// <summary>Klinger oscillator in TradingView's form: a fast exponential mean of signed volumes minus a slow one, and
/// the exponential mean of that as signal.</summary>
/// <remarks>A volume counts as positive unless the typical price fell; at the first bar, where nothing is known, as
/// negative. TradingView leaves out the trend and range weights of the original. Source: S. J. Klinger, "Identifying
/// Trends with Volume Analysis", Technical Analysis of Stocks &amp; Commodities, 1997.</remarks>
internal sealed class KlingerOscillator : IndicatorStream
{
    public const int FastLength = 34, SlowLength = 55, SignalLength = 13;

    private readonly ExponentialMean _fast = new(FastLength);
    private readonly ExponentialMean _slow = new(SlowLength);
    private readonly ExponentialMean _signal = new(SignalLength);
    private double _typicalBefore = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double typical = bar.Price(PriceSource.Hlc3);
        double signed = typical - _typicalBefore >= 0 ? bar.Volume : -bar.Volume;
        _typicalBefore = typical;
        values[0] = _fast.Next(signed) - _slow.Next(signed);
        values[1] = _signal.Next(values[0]);
    }
}
