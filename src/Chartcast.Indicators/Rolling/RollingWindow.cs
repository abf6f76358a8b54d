namespace Chartcast.Indicators.Rolling;

/// <summary>The last n values, for what can only be computed from all of them.</summary>
public sealed class RollingWindow
{
    private readonly int _length;
    private BlockArray<double> _ring;
    private int _newest = -1;

    /// <summary>Starts empty.</summary>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public RollingWindow(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _ring = new BlockArray<double>(length);
    }

    /// <summary>How many values are there, 0 to n.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all n values are there.</summary>
    public bool IsFull => Count == _length;

    /// <summary>A value by its age.</summary>
    /// <param name="age">0 for the newest, up to <see cref="Count"/> − 1.</param>
    public double this[int age] => _ring[_newest >= age ? _newest - age : _newest - age + _length];

    /// <summary>Takes a value; the oldest leaves when there are n already.</summary>
    public void Add(double value)
    {
        _newest = _newest + 1 == _length ? 0 : _newest + 1;
        _ring.Reserve(_newest);
        _ring[_newest] = value;
        if (Count < _length) Count++;
    }
}
