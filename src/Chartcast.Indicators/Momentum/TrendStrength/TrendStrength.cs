using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.TrendStrength;

/// <summary>Trend strength: the correlation of the last n closes with time, −1 to 1.</summary>
/// <param name="length">n in bars, 2 or more.</param>
/// <remarks>Pearson's coefficient, from the slope of the line of least squares; NaN where all closes are
/// equal.</remarks>
internal sealed class TrendStrength(int length) : IndicatorStream
{
    // The population deviation of 0 … n − 1.
    private readonly double _timeDeviation = Math.Sqrt(((double)length * length - 1) / 12);

    private readonly RollingFit _fit = new(length);
    private readonly RollingDeviation _deviation = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        _fit.Next(bar.Close);
        double deviation = _deviation.Next(bar.Close);
        values[0] = deviation == 0 ? double.NaN : Math.Clamp(_fit.Slope * _timeDeviation / deviation, -1, 1);
    }
}
