using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Levels.PivotPoints;

/// <summary>Levels that follow from the last period and hold for the present one.</summary>
/// <param name="kind">How they follow.</param>
/// <param name="clock">Tells the periods apart.</param>
internal sealed class PivotPoints(PivotKind kind, PeriodClock clock) : IndicatorStream
{
    private readonly double[] _levels = [.. Enumerable.Repeat(double.NaN, PivotLevels.Count)];
    private Bar? _period;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        bool begins = clock.Begins(bar.OpenTimeMs);
        if (begins && _period is { } last) PivotLevels.Compute(kind, last, bar.Open, _levels);
        _period = begins || _period is not { } period
            ? bar
            : period with
            {
                High = Math.Max(period.High, bar.High),
                Low = Math.Min(period.Low, bar.Low),
                Close = bar.Close,
            };
        _levels.CopyTo(values);
    }
}
