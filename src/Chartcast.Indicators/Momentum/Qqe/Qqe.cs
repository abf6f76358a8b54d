using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Qqe;

/// <summary>Quantitative qualitative estimation: a smoothed relative strength index and a line that trails
/// it.</summary>
/// <param name="length">Length n of the relative strength index in bars, 1 or more.</param>
/// <param name="smoothing">Length of its exponential mean in bars, 1 or more.</param>
/// <param name="factor">How many mean moves of the smoothed index the line keeps away.</param>
/// <remarks>The moves are averaged twice over 2n − 1 bars. The line begins below the index, follows it upwards only,
/// and changes sides when the index crosses it.</remarks>
internal sealed class Qqe(int length, int smoothing, double factor) : IndicatorStream
{
    private readonly Rsi.Rsi _rsi = new(length);
    private readonly ExponentialMean _line = new(smoothing);
    private readonly ExponentialMean _move = new(2 * length - 1);
    private readonly ExponentialMean _smoothMove = new(2 * length - 1);
    private double _before = double.NaN;
    private double _below = double.NaN;
    private double _above = double.NaN;
    private bool _isDown;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double line = _line.Next(_rsi.Next(bar.Close));
        double width = factor * _smoothMove.Next(_move.Next(Math.Abs(line - _before)));
        values[0] = line;
        values[1] = double.IsNaN(width) ? double.NaN : Trail(line, width);
        _before = line;
    }

    private double Trail(double line, double width)
    {
        if (_isDown ? line > _above : line < _below) _isDown = !_isDown;
        _below = Math.Min(_before, line) > _below ? Math.Max(_below, line - width) : line - width;
        _above = Math.Max(_before, line) < _above ? Math.Min(_above, line + width) : line + width;
        return _isDown ? _above : _below;
    }
}
