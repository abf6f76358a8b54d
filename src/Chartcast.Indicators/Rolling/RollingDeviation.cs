namespace Chartcast.Indicators.Rolling;

/// <summary>Population standard deviations of the last n values.</summary>
/// <remarks>
/// Blocks as in <see cref="RollingSum"/>; each half of a window keeps its count, mean and sum of squared differences,
/// and the halves are joined by the pairwise formula, all relative to the value between them. Nothing is ever
/// subtracted from a running sum, so a flat window gives exactly 0 and prices far from 0 lose no digits. Source: T. F.
/// Chan, G. H. Golub, R. J. LeVeque, "Algorithms for Computing the Sample Variance", 1983.
/// </remarks>
public static class RollingDeviation
{
    /// <summary>Writes the population standard deviation (divided by n) and the mean of each window.</summary>
    /// <param name="values">Any values, oldest first; NaN makes every window that holds it NaN.</param>
    /// <param name="length">Window length n in values, 1 or more.</param>
    /// <param name="deviations">Receives one value per input, NaN for the first n − 1; must not overlap the
    /// input.</param>
    /// <param name="means">Receives the means in the same way.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    /// <exception cref="ArgumentException">A destination is shorter than <paramref name="values"/>.</exception>
    public static void Fill(
        ReadOnlySpan<double> values, int length, Span<double> deviations, Span<double> means)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        int count = values.Length;
        if (deviations.Length < count) throw new ArgumentException("Shorter than the values.", nameof(deviations));
        if (means.Length < count) throw new ArgumentException("Shorter than the values.", nameof(means));
        deviations[..Math.Min(length - 1, count)].Fill(double.NaN);
        means[..Math.Min(length - 1, count)].Fill(double.NaN);
        for (int start = 0; start < count; start += length)
        {
            if (start > 0) AddBlockEnds(values, length, start, deviations, means);
            FinishBlock(values, length, start, deviations, means);
            if (count - start <= length) break;
        }
    }

    private static void AddBlockEnds(
        ReadOnlySpan<double> values, int length, int start, Span<double> squares, Span<double> means)
    {
        var half = default(Moments);
        double origin = values[start];
        for (int i = start - 1; i > start - length; i--)
        {
            half.Add(values[i] - origin);
            int windowEnd = i + length - 1;
            if (windowEnd >= values.Length) continue;
            squares[windowEnd] = half.Squares;
            means[windowEnd] = half.Mean;
        }
    }

    private static void FinishBlock(
        ReadOnlySpan<double> values, int length, int start, Span<double> deviations, Span<double> means)
    {
        var half = default(Moments);
        double origin = values[start];
        int blockEnd = (int)Math.Min((long)start + length, values.Length);
        for (int i = start; i < blockEnd; i++)
        {
            half.Add(values[i] - origin);
            if (half.Count < length && start == 0) continue;
            Moments window = half.Count == length
                ? half
                : Moments.Join(new Moments(length - half.Count, means[i], deviations[i]), half);
            means[i] = origin + window.Mean;
            deviations[i] = Math.Sqrt(window.Squares / length);
        }
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
