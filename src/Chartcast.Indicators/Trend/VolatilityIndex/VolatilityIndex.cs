using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.VolatilityIndex;

/// <summary>Wilder's volatility system: a stop some average ranges from the best close of the trend.</summary>
/// <remarks>
/// Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978. His stop is not held back when ranges
/// grow. The trend begins upwards unless the close has fallen since the first bar; it turns when a close is beyond the
/// stop.
/// </remarks>
/// <param name="mean">Averages true ranges.</param>
/// <param name="multiplier">Average ranges between best close and stop.</param>
internal sealed class VolatilityIndex(ExponentialMean mean, double multiplier) : IndicatorStream
{
    private readonly TrueRange _range = new(countsFirst: true);
    private double _firstClose = double.NaN;
    private double _best = double.NaN;
    private bool _rises;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double distance = multiplier * mean.Next(_range.Next(bar)), close = bar.Close;
        if (double.IsNaN(_firstClose)) _firstClose = close;
        values[0] = double.NaN;
        if (double.IsNaN(distance)) return;
        if (double.IsNaN(_best)) (_rises, _best) = (close >= _firstClose, close);
        _best = _rises ? Math.Max(_best, close) : Math.Min(_best, close);
        if (_rises ? close < _best - distance : close > _best + distance) (_rises, _best) = (!_rises, close);
        values[0] = _rises ? _best - distance : _best + distance;
    }
}
