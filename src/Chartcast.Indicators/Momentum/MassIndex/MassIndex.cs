using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.MassIndex;

/// <summary>Mass index: the sum of how much wider bars are than they were, whichever way the price goes.</summary>
/// <param name="length">How many ratios are summed, 1 or more.</param>
/// <remarks>NaN while no bar had any range. Source: D. Dorsey, "The Mass Index", Technical Analysis of Stocks &amp;
/// Commodities, 1992.</remarks>
internal sealed class MassIndex(int length) : IndicatorStream
{
    /// <summary>Length of the two means of ranges.</summary>
    public const int MeanLength = 9;

    private readonly ExponentialMean _mean = new(MeanLength);
    private readonly ExponentialMean _meanOfMean = new(MeanLength);
    private readonly RollingSum _sum = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double mean = _mean.Next(bar.High - bar.Low), slower = _meanOfMean.Next(mean);
        values[0] = _sum.Next(slower == 0 ? double.NaN : mean / slower);
    }
}
