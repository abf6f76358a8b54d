using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Volume.OnBalanceVolume;

/// <summary>Each bar's volume with the sign of its change from the close before.</summary>
internal sealed class SignedVolume
{
    private double _closeBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The volume where the close rose, its negative where it fell, 0 where it stayed; NaN at the first bar
    /// and where the volume is not known.</returns>
    public double Next(in Bar bar)
    {
        double change = bar.Close - _closeBefore;
        _closeBefore = bar.Close;
        return double.IsNaN(change) ? double.NaN : Math.Sign(change) * bar.Volume;
    }
}
