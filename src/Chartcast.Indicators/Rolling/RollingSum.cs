using System.Runtime.CompilerServices;

namespace Chartcast.Indicators.Rolling;

/// <summary>Sums and means of the last n values, without the drift of a running subtraction.</summary>
/// <remarks>
/// The values are cut into blocks of n. A window then is the end of one block and the beginning of the next, so that
/// every sum is made of additions alone: it is as exact as adding the window afresh, a huge or missing value leaves no
/// trace once it has left the window, and the cost is two additions per value whatever n is.
/// </remarks>
public sealed class RollingSum
{
    private readonly int _length;
    private BlockArray<double> _block;
    private int _taken;
    private double _sum;
    private bool _hasBlockBefore;

    /// <summary>Starts with no value.</summary>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public RollingSum(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _block = new BlockArray<double>(length);
    }

    /// <summary>Takes a value.</summary>
    /// <param name="value">Any value; NaN makes every window that holds it NaN.</param>
    /// <returns>The sum of the last n values; NaN for the first n − 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(double value)
    {
        if (_taken == _length) BeginBlock();
        _block.Reserve(_taken);
        _block[_taken++] = value;
        _sum += value;
        if (_taken == _length) return _sum;
        return _hasBlockBefore ? _block[_taken] + _sum : double.NaN;
    }

    /// <summary>Takes a value and gives the mean instead of the sum.</summary>
    /// <param name="value">Any value; NaN makes every window that holds it NaN.</param>
    public double NextMean(double value) => Next(value) / _length;

    // Each place of the block is turned into the sum from there to the block's end, and overwritten as it leaves.
    private void BeginBlock()
    {
        double sum = 0;
        for (int i = _length - 1; i >= 0; i--) _block[i] = sum += _block[i];
        _hasBlockBefore = true;
        _taken = 0;
        _sum = 0;
    }
}
