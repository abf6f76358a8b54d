using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.PriceOscillator;

/// <summary>Price oscillator: by how many percent a short plain mean of the closes differs from a long one.</summary>
/// <param name="fast">Length of the short mean in bars, 1 or more.</param>
/// <param name="slow">Length of the long one, 1 or more.</param>
internal sealed class PriceOscillator(int fast, int slow) : IndicatorStream
{
    private readonly RollingSum _fast = new(fast);
    private readonly RollingSum _slow = new(slow);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double shortMean = _fast.NextMean(bar.Close), longMean = _slow.NextMean(bar.Close);
        values[0] = longMean == 0 ? double.NaN : 100 * (shortMean - longMean) / longMean;
    }
}
