using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.TillsonT3;

/// <summary>Tillson's T3: a mixture of six chained exponential means that overshoots a little.</summary>
/// <remarks>Source: T. Tillson, "Smoothing Techniques for More Accurate Signals", Technical Analysis of Stocks &amp;
/// Commodities, 1998.</remarks>
internal sealed class TillsonMean
{
    /// <summary>How many means are chained.</summary>
    public const int Stages = 6;

    private const int FirstMixed = 2;

    private readonly ExponentialMean[] _means;
    private readonly double[] _weights;

    /// <summary>Starts with no value.</summary>
    /// <param name="length">Length of each mean in values, 1 or more.</param>
    /// <param name="factor">v, how much it overshoots: 0 not at all, 1 as three double means.</param>
    public TillsonMean(int length, double factor)
    {
        _means = [.. Enumerable.Range(0, Stages).Select(_ => new ExponentialMean(length))];
        double square = factor * factor, cube = square * factor;
        _weights =
        [
            1 + 3 * factor + 3 * square + cube,
            -3 * factor - 6 * square - 3 * cube,
            3 * square + 3 * cube,
            -cube,
        ];
    }

    public double Next(double value)
    {
        double mixture = 0;
        for (int stage = 0; stage < Stages; stage++)
        {
            value = _means[stage].Next(value);
            if (stage >= FirstMixed) mixture += _weights[stage - FirstMixed] * value;
        }

        return mixture;
    }
}
