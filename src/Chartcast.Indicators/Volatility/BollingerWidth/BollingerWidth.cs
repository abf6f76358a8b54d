using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Volatility.BollingerBands;

namespace Chartcast.Indicators.Volatility.BollingerWidth;

/// <summary>The distance between the Bollinger bands in percent of the line between them.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="multiplier">How many population standard deviations away the bands lie.</param>
internal sealed class BollingerWidth(int length, double multiplier)
{
    private readonly BollingerWindow _window = new(length, multiplier);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent; NaN for the first n − 1 bars and where the mean is 0.</returns>
    public double Next(in Bar bar)
    {
        (double mean, double distance) = _window.Next(bar.Close);
        return mean == 0 ? double.NaN : 100 * (2 * distance) / mean;
    }
}
