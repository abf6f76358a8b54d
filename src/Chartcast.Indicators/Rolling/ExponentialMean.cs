namespace Chartcast.Indicators.Rolling;

/// <summary>Exponentially weighted means, seeded with the plain mean of the first n values.</summary>
/// <remarks>
/// NaN before the first value moves the seed; a later NaN is skipped and the mean is held. Source of the seed:
/// TradingView's Pine script built-ins <c>ta.ema</c> and <c>ta.rma</c>.
/// </remarks>
public static class ExponentialMean
{
    /// <summary>Share of the seed's error that is left when a value counts as independent of where the data
    /// begin.</summary>
    private const double NegligibleShare = 1e-8;

    /// <summary>Writes the usual exponential mean, with weight 2 / (n + 1) for the newest value.</summary>
    /// <param name="values">Any values, oldest first.</param>
    /// <param name="length">n, 1 or more.</param>
    /// <param name="means">Receives one value per input, NaN before the n-th valid one; may be the input
    /// itself.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="means"/> is shorter than
    /// <paramref name="values"/>.</exception>
    public static void Fill(ReadOnlySpan<double> values, int length, Span<double> means) =>
        Fill(values, length, 2.0 / (length + 1.0), means);

    /// <summary>Writes Wilder's mean, with weight 1 / n for the newest value; arguments as for
    /// <see cref="Fill(ReadOnlySpan{double}, int, Span{double})"/>.</summary>
    /// <remarks>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.</remarks>
    public static void FillWilder(ReadOnlySpan<double> values, int length, Span<double> means) =>
        Fill(values, length, 1.0 / length, means);

    /// <summary>How many values before a mean make it independent of where the data begin.</summary>
    /// <param name="length">n, 1 or more.</param>
    /// <returns>The seed's own n values and as many more as shrink the seed's error to a hundred-millionth.</returns>
    public static int SettlingLength(int length) => SettlingLength(length, 2.0 / (length + 1.0));

    /// <summary>The same for Wilder's mean.</summary>
    /// <param name="length">n, 1 or more.</param>
    public static int WilderSettlingLength(int length) => SettlingLength(length, 1.0 / length);

    private static int SettlingLength(int length, double weight) =>
        weight >= 1 ? length : length + (int)Math.Ceiling(Math.Log(NegligibleShare) / Math.Log(1 - weight));

    private static void Fill(ReadOnlySpan<double> values, int length, double weight, Span<double> means)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (means.Length < values.Length) throw new ArgumentException("Shorter than the values.", nameof(means));
        int next = FillSeed(values, length, means);
        if (next == 0) return;
        double mean = means[next - 1];
        for (int i = next; i < values.Length; i++)
        {
            double value = values[i];
            if (!double.IsNaN(value)) mean += weight * (value - mean);
            means[i] = mean;
        }
    }

    /// <summary>Writes everything up to the seed.</summary>
    /// <returns>The index after the seed; 0 when there are too few values for one.</returns>
    private static int FillSeed(ReadOnlySpan<double> values, int length, Span<double> means)
    {
        double sum = 0;
        int taken = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            means[i] = double.NaN;
            if (double.IsNaN(value)) continue;
            sum += value;
            if (++taken < length) continue;
            means[i] = sum / length;
            return i + 1;
        }

        return 0;
    }
}
