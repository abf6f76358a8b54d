using System.Buffers;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Rsi;

/// <summary>Relative strength index: how much of the recent movement was upward, 0 to 100.</summary>
public static class Rsi
{
    /// <summary>Computes the index from Wilder means of rises and falls.</summary>
    /// <param name="closes">Closes oldest first.</param>
    /// <param name="length">n in bars, 1 or more.</param>
    /// <returns>One value per close, 0–100; NaN for the first n; 100 where nothing has fallen yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    /// <remarks>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.</remarks>
    public static double[] Compute(ReadOnlySpan<double> closes, int length)
    {
        int count = closes.Length;
        var rises = new double[count];
        double[] rented = ArrayPool<double>.Shared.Rent(count);
        Span<double> falls = rented.AsSpan(0, count);
        if (count > 0) rises[0] = falls[0] = double.NaN;
        for (int i = 1; i < count; i++)
        {
            double change = closes[i] - closes[i - 1];
            rises[i] = Math.Max(change, 0);
            falls[i] = Math.Max(-change, 0);
        }

        ExponentialMean.FillWilder(rises, length, rises);
        ExponentialMean.FillWilder(falls, length, falls);
        for (int i = 0; i < count; i++)
        {
            double rise = rises[i], fall = falls[i];
            rises[i] = fall == 0 ? 100 : 100 - 100 / (1 + rise / fall);
        }

        ArrayPool<double>.Shared.Return(rented);
        return rises;
    }
}
