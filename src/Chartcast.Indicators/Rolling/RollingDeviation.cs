namespace Chartcast.Indicators.Rolling;

/// <summary>Population standard deviations of the last n values.</summary>
/// <remarks>
/// Blocks as in <see cref="RollingSum"/>; each half of a window keeps its count, mean and sum of squared differences,
/// and the halves are joined by the pairwise formula, all relative to the value between them. Nothing is ever
/// subtracted from a running sum, so a flat window gives exactly 0 and prices far from 0 lose no digits. Source: T. F.
/// Chan, G. H. Golub, R. J. LeVeque, "Algorithms for Computing the Sample Variance", 1983.
/// </remarks>
public sealed class RollingDeviation
{
    private readonly int _length;
    private BlockArray<double> _block;
    private BlockArray<Moments> _ends;
    private int _taken;
    private double _origin;
    private Moments _half;
    private bool _hasBlockBefore;

    /// <summary>Starts with no value.</summary>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public RollingDeviation(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _block = new BlockArray<double>(length);
        _ends = new BlockArray<Moments>(length);
    }

    /// <summary>The mean of the window that <see cref="Next"/> spoke of last; NaN when it was not full.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>The sum of squared differences from the mean of that window; NaN when it was not full.</summary>
    public double Squares { get; private set; } = double.NaN;

    /// <summary>Takes a value.</summary>
    /// <param name="value">Any value; NaN makes every window that holds it NaN.</param>
    /// <returns>The standard deviation of the last n values, divided by n; NaN for the first n − 1.</returns>
    public double Next(double value)
    {
        if (_taken == _length) BeginBlock(value);
        else if (_taken == 0) _origin = value;
        _block.Reserve(_taken);
        _ends.Reserve(_taken);
        _block[_taken++] = value;
        _half.Add(value - _origin);
        if (_taken < _length && !_hasBlockBefore) return double.NaN;
        Moments window = _taken == _length ? _half : Moments.Join(_ends[_taken], _half);
        Mean = _origin + window.Mean;
        Squares = window.Squares;
        return Math.Sqrt(window.Squares / _length);
    }

    private void BeginBlock(double first)
    {
        _origin = first;
        _half = default;
        for (int i = _length - 1; i > 0; i--)
        {
            _half.Add(_block[i] - first);
            _ends[i] = _half;
        }

        _half = default;
        _hasBlockBefore = true;
        _taken = 0;
    }

    private struct Moments(int count, double mean, double squares)
    {
        public int Count = count;
        public double Mean = mean;
        public double Squares = squares;

        public void Add(double value)
        {
            double difference = value - Mean;
            Mean += difference / ++Count;
            Squares += difference * (value - Mean);
        }

        public static Moments Join(in Moments left, in Moments right)
        {
            int count = left.Count + right.Count;
            double difference = right.Mean - left.Mean;
            double share = (double)right.Count / count;
            return new Moments(
                count,
                left.Mean + difference * share,
                left.Squares + right.Squares + difference * difference * left.Count * share);
        }
    }
}
