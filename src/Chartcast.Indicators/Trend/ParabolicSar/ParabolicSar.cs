using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.ParabolicSar;

/// <summary>Wilder's parabolic stop and reverse: a stop that speeds up with every new extreme of the trend.</summary>
/// <remarks>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978; the first trend and the order of
/// steps as Pine's <c>ta.sar</c> has them.</remarks>
/// <param name="start">Share of the way to the extreme that the stop goes first.</param>
/// <param name="increment">How much the share grows with every new extreme.</param>
/// <param name="maximum">Its largest value.</param>
internal sealed class ParabolicSar(double start, double increment, double maximum) : IndicatorStream
{
    private Bar? _before;
    private Bar? _secondBefore;
    private bool _rises;
    private double _stop = double.NaN;
    private double _extreme;
    private double _speed;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        if (_before is { } before)
        {
            bool isNew = double.IsNaN(_stop);
            if (isNew) Begin(bar, before);
            _stop += _speed * (_extreme - _stop);
            if (_rises ? _stop > bar.Low : _stop < bar.High) Turn(bar);
            else if (!isNew) SpeedUp(bar);
            Bar older = _secondBefore ?? before;
            _stop = _rises
                ? Math.Min(_stop, Math.Min(before.Low, older.Low))
                : Math.Max(_stop, Math.Max(before.High, older.High));
        }

        _secondBefore = _before;
        _before = bar;
        values[0] = _stop;
    }

    private void Begin(in Bar bar, in Bar before)
    {
        _rises = bar.Close > before.Close;
        _stop = _rises ? before.Low : before.High;
        _extreme = _rises ? bar.High : bar.Low;
        _speed = start;
    }

    private void Turn(in Bar bar)
    {
        _stop = _rises ? Math.Max(bar.High, _extreme) : Math.Min(bar.Low, _extreme);
        _extreme = _rises ? bar.Low : bar.High;
        _rises = !_rises;
        _speed = start;
    }

    private void SpeedUp(in Bar bar)
    {
        double extreme = _rises ? bar.High : bar.Low;
        if (_rises ? extreme <= _extreme : extreme >= _extreme) return;
        _extreme = extreme;
        _speed = Math.Min(_speed + increment, maximum);
    }
}
