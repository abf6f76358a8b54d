namespace Chartcast.Indicators.Rolling;

/// <summary>Pearson's correlation of the last n pairs of values.</summary>
/// <remarks>Blocks and joined halves as in <see cref="RollingDeviation"/>, so that nothing drifts and a pair that has
/// left leaves no trace. Source: T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for Computing the Sample
/// Variance", 1983.</remarks>
public sealed class RollingCorrelation
{
    private readonly int _length;
    private BlockArray<(double X, double Y)> _block;
    private BlockArray<Moments> _ends;
    private (double X, double Y) _origin;
    private Moments _half;
    private int _taken;
    private bool _hasBlockBefore;

    /// <summary>Starts with no pair.</summary>
    /// <param name="length">Window length n in pairs, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public RollingCorrelation(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _block = new BlockArray<(double, double)>(length);
        _ends = new BlockArray<Moments>(length);
    }

    /// <summary>Takes a pair.</summary>
    /// <param name="x">Any value; NaN makes every window that holds it NaN.</param>
    /// <param name="y">Likewise.</param>
    /// <returns>−1 to 1; NaN for the first n − 1 pairs, and where one of the two does not move.</returns>
    public double Next(double x, double y)
    {
        if (_taken == _length) BeginBlock(x, y);
        else if (_taken == 0) _origin = (x, y);
        _block.Reserve(_taken);
        _ends.Reserve(_taken);
        _block[_taken++] = (x, y);
        _half.Add(x - _origin.X, y - _origin.Y);
        if (_taken < _length && !_hasBlockBefore) return double.NaN;
        return (_taken == _length ? _half : Moments.Join(_ends[_taken], _half)).Correlation;
    }

    private void BeginBlock(double x, double y)
    {
        _origin = (x, y);
        _half = default;
        for (int i = _length - 1; i > 0; i--)
        {
            _half.Add(_block[i].X - x, _block[i].Y - y);
            _ends[i] = _half;
        }

        _half = default;
        _hasBlockBefore = true;
        _taken = 0;
    }

    private struct Moments
    {
        private int _count;
        private double _meanX, _meanY;
        private double _squaresX, _squaresY, _products;

        // Roots apart: the product of the squares of huge or tiny values is beyond what a double holds.
        public readonly double Correlation => _squaresX > 0 && _squaresY > 0
            ? Math.Clamp(_products / Math.Sqrt(_squaresX) / Math.Sqrt(_squaresY), -1, 1)
            : double.NaN;

        public void Add(double x, double y)
        {
            _count++;
            double differenceX = x - _meanX, differenceY = y - _meanY;
            _meanX += differenceX / _count;
            _meanY += differenceY / _count;
            _squaresX += differenceX * (x - _meanX);
            _squaresY += differenceY * (y - _meanY);
            _products += differenceX * (y - _meanY);
        }

        public static Moments Join(in Moments left, in Moments right)
        {
            int count = left._count + right._count;
            double differenceX = right._meanX - left._meanX, differenceY = right._meanY - left._meanY;
            double share = (double)right._count / count, weight = left._count * share;
            return new Moments
            {
                _count = count,
                _meanX = left._meanX + differenceX * share,
                _meanY = left._meanY + differenceY * share,
                _squaresX = left._squaresX + right._squaresX + differenceX * differenceX * weight,
                _squaresY = left._squaresY + right._squaresY + differenceY * differenceY * weight,
                _products = left._products + right._products + differenceX * differenceY * weight,
            };
        }
    }
}
