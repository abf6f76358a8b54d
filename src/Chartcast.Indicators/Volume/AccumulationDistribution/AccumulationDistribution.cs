using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.AccumulationDistribution;

/// <summary>Accumulation/distribution: the sum of money flows from the first bar on.</summary>
/// <remarks>Source: as <see cref="CloseLocation"/>.</remarks>
internal sealed class AccumulationDistribution
{
    private readonly RunningTotal _flows = new();

    /// <summary>Takes a bar.</summary>
    /// <returns>The sum in units of volume; NaN at bars without known volume, which add nothing.</returns>
    public double Next(in Bar bar) => _flows.Next(CloseLocation.FlowOf(bar));
}
