using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.BollingerBands;

/// <summary>Bollinger bands: a mean of the closes and lines some standard deviations above and below it.</summary>
public static class BollingerBands
{
    /// <summary>Computes the bands with the population standard deviation (divided by n).</summary>
    /// <param name="closes">Closes oldest first.</param>
    /// <param name="length">n in bars, 1 or more.</param>
    /// <param name="multiplier">How many standard deviations away the bands lie.</param>
    /// <returns>One value each per close, in price units; NaN for the first n − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    /// <remarks>Source: J. Bollinger, "Bollinger on Bollinger Bands", 2001.</remarks>
    public static (double[] Median, double[] Upper, double[] Lower) Compute(
        ReadOnlySpan<double> closes, int length, double multiplier)
    {
        var median = new double[closes.Length];
        var upper = new double[closes.Length];
        var lower = new double[closes.Length];
        RollingDeviation.Fill(closes, length, lower, median);
        // The middle line is the very same number as a simple moving average.
        RollingSum.FillMeans(closes, length, median);
        for (int i = 0; i < median.Length; i++)
        {
            double distance = multiplier * lower[i];
            upper[i] = median[i] + distance;
            lower[i] = median[i] - distance;
        }

        return (median, upper, lower);
    }
}
