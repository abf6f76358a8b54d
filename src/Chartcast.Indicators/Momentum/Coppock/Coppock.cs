using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Coppock;

/// <summary>Coppock curve: a weighted mean of two rates of change, in percent.</summary>
/// <param name="length">Length of the weighted mean in bars, 1 or more.</param>
/// <param name="slow">Length of the long rate of change in bars, 1 or more.</param>
/// <param name="fast">Length of the short one, 1 or more.</param>
/// <remarks>Source: E. S. C. Coppock, "Practical Relative Strength Charting", Barron's, 1965.</remarks>
internal sealed class Coppock(int length, int slow, int fast) : IndicatorStream
{
    private readonly RateOfChange.RateOfChange _slow = new(slow);
    private readonly RateOfChange.RateOfChange _fast = new(fast);
    private readonly RollingWeightedMean _mean = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes) =>
        values[0] = _mean.Next(_slow.Next(bar.Close) + _fast.Next(bar.Close));
}
