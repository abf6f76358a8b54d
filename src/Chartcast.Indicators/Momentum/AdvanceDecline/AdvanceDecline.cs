using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.AdvanceDecline;

/// <summary>How many bars closed up for each that closed down, over the last n.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>A close that equals the open counts as up. Where none was down, it is the number of bars that were
/// up.</remarks>
internal sealed class AdvanceDecline(int length) : IndicatorStream
{
    private readonly RollingSum _ups = new(length);
    private readonly RollingSum _downs = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double ups = _ups.Next(bar.Close >= bar.Open ? 1 : 0), downs = _downs.Next(bar.Close < bar.Open ? 1 : 0);
        values[0] = downs == 0 ? ups : ups / downs;
    }
}
