using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;
using Chartcast.Indicators.Volume.AccumulationDistribution;

namespace Chartcast.Indicators.Volume.ChaikinMoneyFlow;

/// <summary>Chaikin money flow: the money flows of the last bars as a share of their volume.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: as <see cref="CloseLocation"/>.</remarks>
internal sealed class ChaikinMoneyFlow(int length)
{
    private readonly RollingSum _flows = new(length);
    private readonly RollingSum _volumes = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>−1 to 1; NaN for the first n − 1 bars, for windows with an unknown volume and for those with
    /// none.</returns>
    public double Next(in Bar bar)
    {
        double flows = _flows.Next(CloseLocation.FlowOf(bar)), volumes = _volumes.Next(bar.Volume);
        return volumes == 0 ? double.NaN : flows / volumes;
    }
}
