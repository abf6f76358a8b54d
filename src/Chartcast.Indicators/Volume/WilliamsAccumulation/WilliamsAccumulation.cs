using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.WilliamsAccumulation;

/// <summary>Williams accumulation/distribution: how far rising closes lie above the true low and falling ones below the
/// true high, summed up from the first bar on.</summary>
/// <remarks>Volume plays no part. Source: L. R. Williams, "The Secret of Selecting Stocks for Immediate and Substantial
/// Gains", 1972.</remarks>
internal sealed class WilliamsAccumulation
{
    private readonly RunningTotal _sum = new();
    private double _closeBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The sum in price units; NaN at the first bar.</returns>
    public double Next(in Bar bar)
    {
        double before = _closeBefore;
        _closeBefore = bar.Close;
        if (double.IsNaN(before)) return double.NaN;
        if (bar.Close > before) return _sum.Next(bar.Close - Math.Min(bar.Low, before));
        return _sum.Next(bar.Close < before ? bar.Close - Math.Max(bar.High, before) : 0);
    }
}
