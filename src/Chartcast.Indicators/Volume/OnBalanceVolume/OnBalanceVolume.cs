using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.OnBalanceVolume;

/// <summary>On balance volume: volumes of rising bars less those of falling ones, from the first bar on.</summary>
/// <remarks>The first bar adds nothing. Source: J. E. Granville, "Granville's New Key to Stock Market Profits",
/// 1963.</remarks>
internal sealed class OnBalanceVolume
{
    private readonly SignedVolume _signed = new();
    private readonly RunningTotal _sum = new();
    private bool _hasBegun;

    /// <summary>Takes a bar.</summary>
    /// <returns>The sum; NaN at bars without known volume, which add nothing.</returns>
    public double Next(in Bar bar)
    {
        double signed = _signed.Next(bar);
        if (!_hasBegun) signed = 0 * bar.Volume;
        _hasBegun = true;
        return _sum.Next(signed);
    }
}
