namespace Chartcast.Indicators.Rolling;

/// <summary>Linearly weighted means of the last n values: weight 1 for the oldest, n for the newest.</summary>
/// <remarks>Blocks as in <see cref="RollingSum"/>: additions alone, no drift, constant cost per value.</remarks>
public sealed class RollingWeightedMean
{
    private readonly int _length;
    private readonly double _allWeights;
    private BlockArray<double> _block;
    private int _taken;
    private double _sum;
    private double _weightedSum;
    private bool _hasBlockBefore;

    /// <summary>Starts with no value.</summary>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public RollingWeightedMean(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _allWeights = length * (length + 1.0) / 2;
        _block = new BlockArray<double>(length);
    }

    /// <summary>Takes a value.</summary>
    /// <param name="value">Any value; NaN makes every window that holds it NaN.</param>
    /// <returns>The weighted mean of the last n values; NaN for the first n − 1.</returns>
    public double Next(double value)
    {
        if (_taken == _length) BeginBlock();
        _block.Reserve(_taken);
        _block[_taken++] = value;
        _sum += value;
        _weightedSum += _taken * value;
        if (_taken == _length) return _weightedSum / _allWeights;
        if (!_hasBlockBefore) return double.NaN;
        return (_block[_taken] + _weightedSum + (_length - _taken) * _sum) / _allWeights;
    }

    private void BeginBlock()
    {
        double sum = 0, weightedSum = 0;
        for (int i = _length - 1; i >= 0; i--)
        {
            sum += _block[i];
            // One more value in front raises the weight of all that follow by one.
            weightedSum += sum;
            _block[i] = weightedSum;
        }

        _hasBlockBefore = true;
        _taken = 0;
        _sum = 0;
        _weightedSum = 0;
    }
}
