using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.UpDownBarRatio;

/// <summary>How many of the last bars closed at or above their open for each that closed below.</summary>
/// <param name="length">n in bars, 1 or more.</param>
internal sealed class UpDownBarRatio(int length)
{
    private readonly RollingSum _ups = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>The ratio, or the number of rising bars where none fell; NaN for the first n − 1 bars.</returns>
    public double Next(in Bar bar)
    {
        double ups = _ups.Next(bar.Close >= bar.Open ? 1 : 0), downs = length - ups;
        return downs == 0 ? ups : ups / downs;
    }
}
