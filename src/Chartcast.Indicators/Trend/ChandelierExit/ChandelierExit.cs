using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.ChandelierExit;

/// <summary>Le Beau's chandelier exit: a stop some average true ranges below the highest high, or above the lowest
/// low, which only follows the trend while closes stay on its side.</summary>
/// <remarks>Begins rising. Only the stop of the present trend is shown. Source: C. Le Beau, as described in A. Elder,
/// "Come into My Trading Room", 2002.</remarks>
/// <param name="length">Length of ranges and extremes in bars, 1 or more.</param>
/// <param name="multiplier">Average true ranges between extreme and stop.</param>
internal sealed class ChandelierExit(int length, double multiplier) : IndicatorStream
{
    private readonly RollingRange _range = new(length);
    private readonly AverageTrueRange _averageRange = new(length);
    private double _long = double.NaN;
    private double _short = double.NaN;
    private double _closeBefore = double.NaN;
    private bool _rises = true;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        _range.Next(bar);
        double distance = multiplier * _averageRange.Next(bar);
        Follow(bar.Close, _range.Highest - distance, _range.Lowest + distance);
        _closeBefore = bar.Close;
        values[0] = _rises ? _long : double.NaN;
        values[1] = _rises ? double.NaN : _short;
    }

    private void Follow(double close, double longStop, double shortStop)
    {
        if (close > _short) _rises = true;
        else if (close < _long) _rises = false;
        _long = _closeBefore > _long ? Math.Max(longStop, _long) : longStop;
        _short = _closeBefore < _short ? Math.Min(shortStop, _short) : shortStop;
    }
}
