namespace Chartcast.Indicators.Rolling;

/// <summary>Linearly weighted means of the last n values: weight 1 for the oldest, n for the newest.</summary>
/// <remarks>Blocks as in <see cref="RollingSum"/>: additions alone, no drift, constant cost per value.</remarks>
public static class RollingWeightedMean
{
    /// <summary>Writes the weighted mean of each window.</summary>
    /// <param name="values">Any values, oldest first; NaN makes every window that holds it NaN.</param>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <param name="means">Receives one value per input, NaN for the first n − 1; must not overlap the input.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="means"/> is shorter than
    /// <paramref name="values"/>.</exception>
    public static void Fill(ReadOnlySpan<double> values, int length, Span<double> means)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        int count = values.Length;
        if (means.Length < count) throw new ArgumentException("Shorter than the values.", nameof(means));
        means[..Math.Min(length - 1, count)].Fill(double.NaN);
        double allWeights = length * (length + 1.0) / 2;
        for (int start = 0; start < count; start += length)
        {
            if (start > 0) AddBlockEnds(values, length, start, means);
            FinishBlock(values, length, start, allWeights, means);
            if (count - start <= length) break;
        }
    }

    private static void AddBlockEnds(ReadOnlySpan<double> values, int length, int start, Span<double> weighted)
    {
        double sum = 0, weightedSum = 0;
        for (int i = start - 1; i > start - length; i--)
        {
            sum += values[i];
            // One more value in front raises the weight of all that follow by one.
            weightedSum += sum;
            int windowEnd = i + length - 1;
            if (windowEnd < values.Length) weighted[windowEnd] = weightedSum;
        }
    }

    private static void FinishBlock(
        ReadOnlySpan<double> values, int length, int start, double allWeights, Span<double> means)
    {
        double sum = 0, weightedSum = 0;
        int blockEnd = (int)Math.Min((long)start + length, values.Length);
        for (int i = start; i < blockEnd; i++)
        {
            int taken = i - start + 1;
            sum += values[i];
            weightedSum += taken * values[i];
            if (taken == length) means[i] = weightedSum / allWeights;
            else if (start > 0) means[i] = (means[i] + weightedSum + (length - taken) * sum) / allWeights;
        }
    }
}
