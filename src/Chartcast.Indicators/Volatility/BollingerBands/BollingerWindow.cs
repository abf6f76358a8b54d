using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.BollingerBands;

/// <summary>What all of Bollinger's tools begin with: a mean and a number of population standard deviations.</summary>
/// <param name="length">n in values, 1 or more.</param>
/// <param name="multiplier">How many standard deviations.</param>
/// <remarks>Source: J. Bollinger, "Bollinger on Bollinger Bands", 2001.</remarks>
internal sealed class BollingerWindow(int length, double multiplier)
{
    // The middle line is the very same number as a simple moving average.
    private readonly RollingSum _mean = new(length);
    private readonly RollingDeviation _deviation = new(length);

    /// <summary>Takes a value.</summary>
    /// <returns>The mean and the distance of the bands from it; NaN for the first n − 1 values.</returns>
    public (double Mean, double Distance) Next(double value) =>
        (_mean.NextMean(value), multiplier * _deviation.Next(value));
}
