using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.StochasticMomentum;

/// <summary>Stochastic momentum index: how far the close lies from the middle of its recent range, twice smoothed, −100
/// to 100, and a signal line.</summary>
/// <param name="length">Bars of the range, 1 or more.</param>
/// <param name="smoothing">Length of both exponential means in bars, 1 or more.</param>
/// <param name="signal">Length of the signal's exponential mean, 1 or more.</param>
/// <remarks>NaN until a bar has any range. Source: W. Blau, "Stochastic Momentum", Technical Analysis of Stocks &amp;
/// Commodities, 1993.</remarks>
internal sealed class StochasticMomentum(int length, int smoothing, int signal) : IndicatorStream
{
    private readonly RollingExtreme _highest = RollingExtreme.Highest(length);
    private readonly RollingExtreme _lowest = RollingExtreme.Lowest(length);
    private readonly ExponentialMean _distance = new(smoothing);
    private readonly ExponentialMean _smoothDistance = new(smoothing);
    private readonly ExponentialMean _range = new(smoothing);
    private readonly ExponentialMean _smoothRange = new(smoothing);
    private readonly ExponentialMean _signal = new(signal);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double highest = _highest.Next(bar.High), lowest = _lowest.Next(bar.Low);
        double distance = _smoothDistance.Next(_distance.Next(bar.Close - (highest + lowest) / 2));
        double halfRange = _smoothRange.Next(_range.Next(highest - lowest)) / 2;
        values[0] = halfRange == 0 ? double.NaN : 100 * distance / halfRange;
        values[1] = _signal.Next(values[0]);
    }
}
