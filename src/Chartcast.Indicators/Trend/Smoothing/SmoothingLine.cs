using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>How a line averages.</summary>
public enum SmoothingKind
{
    /// <summary>Plain mean.</summary>
    Sma,

    /// <summary>Exponential mean.</summary>
    Ema,

    /// <summary>Linearly weighted mean.</summary>
    Wma,
}

/// <summary>A moving average of any values, of a kind that is chosen by input.</summary>
public sealed class SmoothingLine
{
    private readonly Func<double, double> _next;

    /// <summary>Starts with no value.</summary>
    /// <param name="kind">How to average.</param>
    /// <param name="length">Length in values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is below 1.</exception>
    public SmoothingLine(SmoothingKind kind, int length) => _next = kind switch
    {
        SmoothingKind.Ema => new ExponentialMean(length).Next,
        SmoothingKind.Wma => new RollingWeightedMean(length).Next,
        _ => new RollingSum(length).NextMean,
    };

    /// <summary>Takes a value.</summary>
    /// <param name="value">Any value, NaN during its own warm-up.</param>
    /// <returns>The average; NaN until all its values are there.</returns>
    public double Next(double value) => _next(value);

    /// <summary>How many values before one make it independent of where the data begin.</summary>
    /// <param name="kind">How it averages.</param>
    /// <param name="length">Length in bars, 1 or more.</param>
    public static int WarmUpBars(SmoothingKind kind, int length) =>
        kind == SmoothingKind.Ema ? ExponentialMean.SettlingLength(length) : length - 1;
}
