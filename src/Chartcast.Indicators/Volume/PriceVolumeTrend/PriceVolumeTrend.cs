using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.PriceVolumeTrend;

/// <summary>Price volume trend: each bar's volume times its relative change, summed up from the first bar on.</summary>
/// <remarks>The first bar adds nothing. Source: S. B. Achelis, "Technical Analysis from A to Z", 2000.</remarks>
internal sealed class PriceVolumeTrend
{
    private readonly RunningTotal _sum = new();
    private double _closeBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The sum; NaN at bars without known volume or after a close of 0, which add nothing.</returns>
    public double Next(in Bar bar)
    {
        double before = double.IsNaN(_closeBefore) ? bar.Close : _closeBefore;
        _closeBefore = bar.Close;
        return _sum.Next(before == 0 ? double.NaN : bar.Volume * (bar.Close - before) / before);
    }
}
