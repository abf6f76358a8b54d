using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Macd;

/// <summary>Moving average convergence/divergence: how far a fast average is from a slow one.</summary>
public static class Macd
{
    /// <summary>Computes line, signal and histogram from exponential means seeded with plain means.</summary>
    /// <param name="prices">Prices oldest first.</param>
    /// <param name="fast">Length of the fast mean in bars, 1 or more.</param>
    /// <param name="slow">Length of the slow mean in bars, 1 or more.</param>
    /// <param name="signal">Length of the signal's mean in bars, 1 or more.</param>
    /// <returns>One value each per price, in price units. The line is NaN until both means are there; signal and
    /// histogram for <paramref name="signal"/> − 1 bars more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 1.</exception>
    /// <remarks>Source: G. Appel, "Technical Analysis: Power Tools for Active Investors", 2005.</remarks>
    public static (double[] Line, double[] Signal, double[] Histogram) Compute(
        ReadOnlySpan<double> prices, int fast, int slow, int signal)
    {
        var line = new double[prices.Length];
        var signals = new double[prices.Length];
        var histogram = new double[prices.Length];
        ExponentialMean.Fill(prices, fast, line);
        ExponentialMean.Fill(prices, slow, histogram);
        for (int i = 0; i < line.Length; i++) line[i] -= histogram[i];
        ExponentialMean.Fill(line, signal, signals);
        for (int i = 0; i < line.Length; i++) histogram[i] = line[i] - signals[i];
        return (line, signals, histogram);
    }

    /// <summary>Tells the columns of a histogram apart.</summary>
    /// <param name="histogram">The histogram, oldest first.</param>
    /// <returns>Per value: 0 not below zero and rising, 1 not below zero and not rising, 2 below and rising, 3 below
    /// and not rising. The first value counts as not rising.</returns>
    public static byte[] ColorIndexes(ReadOnlySpan<double> histogram)
    {
        var indexes = new byte[histogram.Length];
        for (int i = 0; i < histogram.Length; i++)
        {
            bool rising = i > 0 && histogram[i] > histogram[i - 1];
            indexes[i] = (byte)((histogram[i] < 0 ? 2 : 0) + (rising ? 0 : 1));
        }

        return indexes;
    }
}
