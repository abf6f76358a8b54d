namespace Chartcast.Indicators.Rolling;

/// <summary>Sums and means of the last n values, without the drift of a running subtraction.</summary>
/// <remarks>
/// The input is cut into blocks of n. A window then is the end of one block and the beginning of the next, so that
/// every sum is made of additions alone: it is as exact as adding the window afresh, a huge or missing value leaves no
/// trace once it has left the window, and the cost is two additions per value whatever n is.
/// </remarks>
public static class RollingSum
{
    /// <summary>Writes the sum of each window.</summary>
    /// <param name="values">Any values, oldest first; NaN makes every window that holds it NaN.</param>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <param name="sums">Receives one value per input, NaN for the first n − 1; must not overlap the input.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="sums"/> is shorter than
    /// <paramref name="values"/>.</exception>
    public static void Fill(ReadOnlySpan<double> values, int length, Span<double> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        int count = values.Length;
        if (sums.Length < count) throw new ArgumentException("Shorter than the values.", nameof(sums));
        sums[..Math.Min(length - 1, count)].Fill(double.NaN);
        for (int start = 0; start < count; start += length)
        {
            if (start > 0) AddBlockEnds(values, length, start, sums);
            AddBlockStarts(values, length, start, sums);
            if (count - start <= length) break;
        }
    }

    /// <summary>Writes the mean of each window; arguments as for <see cref="Fill"/>.</summary>
    public static void FillMeans(ReadOnlySpan<double> values, int length, Span<double> means)
    {
        Fill(values, length, means);
        for (int i = length - 1; i < values.Length; i++) means[i] /= length;
    }

    private static void AddBlockEnds(ReadOnlySpan<double> values, int length, int start, Span<double> sums)
    {
        double sum = 0;
        for (int i = start - 1; i > start - length; i--)
        {
            sum += values[i];
            int windowEnd = i + length - 1;
            if (windowEnd < values.Length) sums[windowEnd] = sum;
        }
    }

    private static void AddBlockStarts(ReadOnlySpan<double> values, int length, int start, Span<double> sums)
    {
        double sum = 0;
        int blockEnd = (int)Math.Min((long)start + length, values.Length);
        for (int i = start; i < blockEnd; i++)
        {
            sum += values[i];
            if (i - start == length - 1) sums[i] = sum;
            else if (start > 0) sums[i] += sum;
        }
    }
}
