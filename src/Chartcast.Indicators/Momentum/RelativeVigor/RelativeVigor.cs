using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.RelativeVigor;

/// <summary>Relative vigor index: how far closes lie above opens, as a share of the bars' ranges, and a signal
/// line.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>NaN for the first n + 2 bars, the signal for three more, and where no bar had any range. Source: J. F.
/// Ehlers, "Relative Vigor Index", Technical Analysis of Stocks &amp; Commodities, 2002.</remarks>
internal sealed class RelativeVigor(int length) : IndicatorStream
{
    private readonly SymmetricMean _body = new();
    private readonly SymmetricMean _range = new();
    private readonly RollingSum _bodies = new(length);
    private readonly RollingSum _ranges = new(length);
    private readonly SymmetricMean _signal = new();

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double bodies = _bodies.Next(_body.Next(bar.Close - bar.Open));
        double ranges = _ranges.Next(_range.Next(bar.High - bar.Low));
        values[0] = ranges == 0 ? double.NaN : bodies / ranges;
        values[1] = _signal.Next(values[0]);
    }
}
