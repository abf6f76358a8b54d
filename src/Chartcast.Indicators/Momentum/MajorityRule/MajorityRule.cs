using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.MajorityRule;

/// <summary>Majority rule: in how many of the last n bars the close rose, in percent.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>An unchanged close has not risen. NaN for the first n bars.</remarks>
internal sealed class MajorityRule(int length) : IndicatorStream
{
    private readonly RollingSum _rises = new(length);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double change = bar.Close - _before;
        _before = bar.Close;
        values[0] = 100 * _rises.Next(double.IsNaN(change) ? double.NaN : change > 0 ? 1 : 0) / length;
    }
}
