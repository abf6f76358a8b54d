namespace Chartcast.Indicators.Rolling;

/// <summary>The highest or lowest of the last n values, and how long ago it was.</summary>
/// <remarks>Keeps only values that may still become the extreme, best first: constant cost per value on
/// average. A NaN starts the window afresh.</remarks>
public sealed class RollingExtreme
{
    private readonly int _length;
    private readonly double _sign;
    private readonly bool _prefersNewest;
    private (long Index, double Signed)[] _kept = new (long, double)[16];
    private int _head;
    private int _count;
    private long _next;
    private long _valid;

    private RollingExtreme(int length, double sign, bool prefersNewest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _sign = sign;
        _prefersNewest = prefersNewest;
    }

    /// <summary>How many values ago the extreme was, 0 for the newest; −1 when the window is not full.</summary>
    public int Age { get; private set; } = -1;

    /// <summary>Starts a window for the highest value.</summary>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <param name="prefersNewest">Which of several equal extremes <see cref="Age"/> speaks of; default the
    /// newest.</param>
    public static RollingExtreme Highest(int length, bool prefersNewest = true) => new(length, 1, prefersNewest);

    /// <summary>Starts a window for the lowest value; parameters as for <see cref="Highest"/>.</summary>
    public static RollingExtreme Lowest(int length, bool prefersNewest = true) => new(length, -1, prefersNewest);

    /// <summary>Takes a value.</summary>
    /// <returns>The extreme of the last n values; NaN until n values without a NaN between them are there.</returns>
    public double Next(double value)
    {
        long index = _next++;
        if (double.IsNaN(value))
        {
            _count = 0;
            _valid = 0;
            Age = -1;
            return double.NaN;
        }

        _valid++;
        double signed = value * _sign;
        while (_count > 0 && IsBeaten(At(_count - 1).Signed, signed)) _count--;
        Append(index, signed);
        if (_kept[_head].Index <= index - _length) DropFirst();
        if (_valid < _length) return double.NaN;
        Age = (int)(index - _kept[_head].Index);
        return _kept[_head].Signed * _sign;
    }

    private bool IsBeaten(double kept, double signed) => _prefersNewest ? kept <= signed : kept < signed;

    private ref (long Index, double Signed) At(int place) => ref _kept[(_head + place) % _kept.Length];

    private void DropFirst()
    {
        _head = (_head + 1) % _kept.Length;
        _count--;
    }

    private void Append(long index, double signed)
    {
        if (_count == _kept.Length) Grow();
        At(_count++) = (index, signed);
    }

    private void Grow()
    {
        var larger = new (long, double)[_kept.Length * 2];
        for (int i = 0; i < _count; i++) larger[i] = At(i);
        _kept = larger;
        _head = 0;
    }
}
