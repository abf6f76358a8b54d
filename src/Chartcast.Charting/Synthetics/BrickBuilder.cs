using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>Collects the bars that a style makes of market bars, with the time and the volume of those they were made
/// of.</summary>
internal sealed class BrickBuilder(BarSeries source)
{
    /// <summary>No style makes more bars than this; boxes become larger instead.</summary>
    public const int MostBricks = 20_000;

    private readonly List<Bar> _bricks = [];
    private long _nextTimeMs = long.MinValue;
    private double _volume;
    private int _barBricks;

    public int Count => _bricks.Count;

    public Bar this[int index] => _bricks[index];

    /// <summary>Begins with a market bar; its volume goes to the next brick.</summary>
    public void Take(int index)
    {
        Share();
        _nextTimeMs = Math.Max(source.OpenTimesMs[index], _nextTimeMs);
        double volume = source.Volumes[index];
        if (double.IsFinite(volume)) _volume += volume;
    }

    /// <summary>Adds a brick of the bar taken last; several of one bar are a millisecond apart, as times must
    /// rise.</summary>
    public void Add(double open, double high, double low, double close)
    {
        _bricks.Add(new Bar(_nextTimeMs++, open, high, low, close, double.NaN));
        _barBricks++;
    }

    /// <summary>Lets the last brick go on to a price; it keeps its time.</summary>
    public void Extend(double close)
    {
        Bar last = _bricks[^1];
        _bricks[^1] = last with
        {
            High = Math.Max(last.High, close), Low = Math.Min(last.Low, close), Close = close,
        };
        _barBricks = Math.Max(1, _barBricks);
    }

    /// <summary>The bars; one from the first to the last price when none was completed.</summary>
    public BarSeries Build(double firstPrice)
    {
        Share();
        if (_bricks.Count == 0)
        {
            double last = source.Closes[^1];
            _bricks.Add(new Bar(
                source.OpenTimesMs[^1], firstPrice, Math.Max(firstPrice, last), Math.Min(firstPrice, last), last,
                double.NaN));
        }

        return new BarSeries(source.Interval, _bricks, source.ExchangeZone);
    }

    private void Share()
    {
        if (_barBricks == 0) return;
        for (int i = _bricks.Count - _barBricks; i < _bricks.Count && source.HasVolume; i++)
        {
            double before = double.IsFinite(_bricks[i].Volume) ? _bricks[i].Volume : 0;
            _bricks[i] = _bricks[i] with { Volume = before + _volume / _barBricks };
        }

        _barBricks = 0;
        _volume = 0;
    }
}
