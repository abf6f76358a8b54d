using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Vwap;

namespace Chartcast.Indicators.Trend.VwapBands;

/// <summary>A volume weighted mean since an anchor, and lines some standard deviations above and below it.</summary>
/// <param name="begins">Takes a bar's open time in milliseconds and tells whether it is an anchor.</param>
/// <param name="source">Which price counts.</param>
/// <param name="multiplier">Standard deviations between the mean and the lines.</param>
internal sealed class AnchoredBands(Func<long, bool> begins, PriceSource source, double multiplier) : IndicatorStream
{
    private readonly AnchoredMean _mean = new();

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        if (begins(bar.OpenTimeMs)) _mean.Restart();
        _mean.Add(bar.Price(source), bar.Volume);
        // A bar whose volume is unknown has no value; the period goes on without it.
        double mean = double.IsNaN(bar.Volume) ? double.NaN : _mean.Mean, distance = multiplier * _mean.Deviation;
        values[0] = mean;
        values[1] = mean + distance;
        values[2] = mean - distance;
    }
}
