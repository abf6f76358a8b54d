using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.VariableAccumulation;

/// <summary>Williams' variable accumulation/distribution: volume weighted by how much of the range lies between open
/// and close, summed over the last bars.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: L. R. Williams, "How I Made One Million Dollars Last Year Trading Commodities", 1973.</remarks>
internal sealed class VariableAccumulation(int length)
{
    private readonly RollingSum _sum = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>The sum in units of volume, bars without range counting 0; NaN for the first n − 1 bars and for windows
    /// with an unknown volume.</returns>
    public double Next(in Bar bar)
    {
        double range = bar.High - bar.Low;
        return _sum.Next(bar.Volume * (range == 0 ? 0 : (bar.Close - bar.Open) / range));
    }
}
