using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>How a smoothing line averages.</summary>
public enum SmoothingKind
{
    /// <summary>Plain mean.</summary>
    Sma,

    /// <summary>Exponential mean.</summary>
    Ema,

    /// <summary>Linearly weighted mean.</summary>
    Wma,
}

/// <summary>A moving average of another indicator's values.</summary>
public static class SmoothingLine
{
    /// <summary>Averages values.</summary>
    /// <param name="values">Values oldest first, NaN during their own warm-up.</param>
    /// <param name="kind">How to average.</param>
    /// <param name="length">Length in bars, 1 or more.</param>
    /// <returns>One value per input; NaN until <paramref name="length"/> values are there.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public static double[] Compute(ReadOnlySpan<double> values, SmoothingKind kind, int length)
    {
        var line = new double[values.Length];
        switch (kind)
        {
            case SmoothingKind.Ema:
                ExponentialMean.Fill(values, length, line);
                break;
            case SmoothingKind.Wma:
                RollingWeightedMean.Fill(values, length, line);
                break;
            default:
                RollingSum.FillMeans(values, length, line);
                break;
        }

        return line;
    }

    /// <summary>How many values before one make it independent of where the data begin.</summary>
    /// <param name="kind">How it averages.</param>
    /// <param name="length">Length in bars, 1 or more.</param>
    public static int WarmUpBars(SmoothingKind kind, int length) =>
        kind == SmoothingKind.Ema ? ExponentialMean.SettlingLength(length) : length - 1;
}
