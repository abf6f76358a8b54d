using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.BollingerBands;

/// <summary>Bollinger bands: a mean of the closes and lines some standard deviations above and below it.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="multiplier">How many population standard deviations away the bands lie.</param>
/// <remarks>Source: J. Bollinger, "Bollinger on Bollinger Bands", 2001.</remarks>
internal sealed class BollingerBands(int length, double multiplier) : IndicatorStream
{
    // The middle line is the very same number as a simple moving average.
    private readonly RollingSum _mean = new(length);
    private readonly RollingDeviation _deviation = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double mean = _mean.NextMean(bar.Close), distance = multiplier * _deviation.Next(bar.Close);
        values[0] = mean;
        values[1] = mean + distance;
        values[2] = mean - distance;
    }
}
