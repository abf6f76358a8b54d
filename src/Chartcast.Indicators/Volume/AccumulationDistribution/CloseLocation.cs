using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Volume.AccumulationDistribution;

/// <summary>Marc Chaikin's money flow: volume, signed and weighted by where the close lies in the bar.</summary>
/// <remarks>Source: S. B. Achelis, "Technical Analysis from A to Z", 2000.</remarks>
internal static class CloseLocation
{
    /// <summary>The bar's volume times −1 (close at the low) to 1 (close at the high).</summary>
    /// <returns>0 for a bar without range; NaN for one without known volume.</returns>
    public static double FlowOf(in Bar bar)
    {
        double range = bar.High - bar.Low;
        double location = range == 0 ? 0 : (2 * bar.Close - bar.Low - bar.High) / range;
        return location * bar.Volume;
    }
}
