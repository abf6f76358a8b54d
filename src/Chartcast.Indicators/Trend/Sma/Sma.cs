using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.Sma;

/// <summary>Simple moving average: the mean of the last n prices.</summary>
public static class Sma
{
    /// <summary>Computes the average.</summary>
    /// <param name="prices">Prices oldest first.</param>
    /// <param name="length">n in bars, 1 or more.</param>
    /// <returns>One value per price, in price units; NaN for the first n − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static double[] Compute(ReadOnlySpan<double> prices, int length)
    {
        var means = new double[prices.Length];
        RollingSum.FillMeans(prices, length, means);
        return means;
    }
}
