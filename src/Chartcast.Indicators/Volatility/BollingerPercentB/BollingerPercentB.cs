using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Volatility.BollingerBands;

namespace Chartcast.Indicators.Volatility.BollingerPercentB;

/// <summary>Where the close stands between the Bollinger bands: 0 at the lower, 1 at the upper one.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="multiplier">How many population standard deviations away the bands lie.</param>
internal sealed class BollingerPercentB(int length, double multiplier)
{
    private readonly BollingerWindow _window = new(length, multiplier);

    /// <summary>Takes a bar.</summary>
    /// <returns>The place; NaN for the first n − 1 bars and where the bands have no width.</returns>
    public double Next(in Bar bar)
    {
        (double mean, double distance) = _window.Next(bar.Close);
        double lower = mean - distance, width = mean + distance - lower;
        return width == 0 ? double.NaN : (bar.Close - lower) / width;
    }
}
