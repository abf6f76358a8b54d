using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Momentum.Shades;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Accelerator;

/// <summary>Accelerator oscillator: how far the awesome oscillator is from its own mean, in price units.</summary>
/// <remarks>NaN for the first 37 bars. Source: B. Williams, "New Trading Dimensions", 1998.</remarks>
internal sealed class Accelerator : IndicatorStream
{
    /// <summary>Bars before the first value.</summary>
    public const int WarmUpBars = Awesome.Awesome.WarmUpBars + Length - 1;

    private const int Length = 5;

    private readonly Awesome.Awesome _awesome = new();
    private readonly RollingSum _mean = new(Length);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double awesome = _awesome.Next(bar);
        values[0] = awesome - _mean.NextMean(awesome);
        colorIndexes[0] = ColumnShades.OfDirection(values[0], _before);
        _before = values[0];
    }
}
