using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.KnowSureThing;

/// <summary>Know sure thing: four smoothed rates of change, the slower the heavier, and a signal line.</summary>
/// <param name="rates">Lengths of the four rates of change in bars, each 1 or more, fastest first.</param>
/// <param name="means">Lengths of their plain means, each 1 or more.</param>
/// <param name="signal">Length of the signal line's plain mean, 1 or more.</param>
/// <remarks>Source: M. J. Pring, "Summed Rate of Change (KST)", Technical Analysis of Stocks &amp; Commodities,
/// 1992.</remarks>
internal sealed class KnowSureThing(int[] rates, int[] means, int signal) : IndicatorStream
{
    private readonly RateOfChange.RateOfChange[] _rates =
        Array.ConvertAll(rates, static length => new RateOfChange.RateOfChange(length));

    private readonly RollingSum[] _means = Array.ConvertAll(means, static length => new RollingSum(length));
    private readonly RollingSum _signal = new(signal);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double sum = 0;
        for (int i = 0; i < _rates.Length; i++) sum += (i + 1) * _means[i].NextMean(_rates[i].Next(bar.Close));
        values[0] = sum;
        values[1] = _signal.NextMean(sum);
    }
}
