using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.MaCross;

/// <summary>Two averages of the close, and a mark where they cross.</summary>
internal sealed class CrossingLines(Func<double, double> first, Func<double, double> second) : IndicatorStream
{
    private readonly CrossMark _mark = new();

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        values[0] = first(bar.Close);
        values[1] = second(bar.Close);
        values[2] = _mark.Next(values[0], values[1]);
    }
}
