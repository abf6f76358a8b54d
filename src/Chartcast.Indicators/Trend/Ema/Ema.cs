using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.Ema;

/// <summary>Exponential moving average: each price weighs 2 / (n + 1) of what the average still lacks.</summary>
public static class Ema
{
    /// <summary>Computes the average, seeded with the plain mean of the first n prices.</summary>
    /// <param name="prices">Prices oldest first.</param>
    /// <param name="length">n in bars, 1 or more.</param>
    /// <returns>One value per price, in price units; NaN for the first n − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static double[] Compute(ReadOnlySpan<double> prices, int length)
    {
        var means = new double[prices.Length];
        ExponentialMean.Fill(prices, length, means);
        return means;
    }
}
