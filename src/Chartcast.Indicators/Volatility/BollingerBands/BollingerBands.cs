using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volatility.BollingerBands;

/// <summary>Bollinger bands: a mean of the closes and lines some standard deviations above and below it.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="multiplier">How many population standard deviations away the bands lie.</param>
internal sealed class BollingerBands(int length, double multiplier) : IndicatorStream
{
    private readonly BollingerWindow _window = new(length, multiplier);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        (double mean, double distance) = _window.Next(bar.Close);
        values[0] = mean;
        values[1] = mean + distance;
        values[2] = mean - distance;
    }
}
