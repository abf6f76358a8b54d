using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.VolumeOscillator;

/// <summary>Volume oscillator: how far a short exponential mean of volumes lies above a long one, in percent.</summary>
/// <param name="shortLength">Length of the short mean in bars, 1 or more.</param>
/// <param name="longLength">Length of the long one, 1 or more.</param>
/// <remarks>Source: S. B. Achelis, "Technical Analysis from A to Z", 2000; exponential means as TradingView has
/// them.</remarks>
internal sealed class VolumeOscillator(int shortLength, int longLength)
{
    private readonly ExponentialMean _short = new(shortLength);
    private readonly ExponentialMean _long = new(longLength);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent; NaN until both means are there and where the long one is 0.</returns>
    public double Next(in Bar bar)
    {
        double shortMean = _short.Next(bar.Volume), longMean = _long.Next(bar.Volume);
        return longMean == 0 ? double.NaN : 100 * (shortMean - longMean) / longMean;
    }
}
