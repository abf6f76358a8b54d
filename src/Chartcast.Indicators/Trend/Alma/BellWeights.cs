namespace Chartcast.Indicators.Trend.Alma;

/// <summary>Weights in the shape of a bell: e^(−(j − m)² / 2s²), m = offset · (n − 1), s = n / sigma.</summary>
/// <remarks>Source: A. Legoux, D. Kouzis-Loukas, "ALMA: Arnaud Legoux Moving Average", 2009.</remarks>
internal static class BellWeights
{
    /// <summary>Computes the weights, oldest first.</summary>
    /// <param name="length">n, 1 or more.</param>
    /// <param name="offset">Where the bell peaks; may lie outside the window.</param>
    /// <param name="sigma">How narrow the bell is; 0 makes all weights equal.</param>
    /// <returns>Weights relative to the greatest, which is 1: they do not vanish however far or narrow the bell
    /// is.</returns>
    public static double[] Create(int length, double offset, double sigma)
    {
        double peak = offset * (length - 1), narrowness = sigma / length;
        double nearest = Math.Clamp(Math.Round(peak), 0, length - 1) - peak;
        var weights = new double[length];
        for (int j = 0; j < length; j++)
        {
            double distance = j - peak;
            // Never below 0, but for rounding.
            double excess = Math.Max(0, (distance - nearest) * (distance + nearest));
            weights[j] = Math.Exp(-excess * narrowness * narrowness / 2);
        }

        return weights;
    }
}
