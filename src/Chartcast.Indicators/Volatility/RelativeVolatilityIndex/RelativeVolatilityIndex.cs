using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.RelativeVolatilityIndex;

/// <summary>Relative volatility index: how much of the scatter of prices falls on rising bars, 0 to 100.</summary>
/// <param name="length">Length of the standard deviations in bars, 1 or more.</param>
/// <param name="smoothing">Length of the exponential means in bars, 1 or more.</param>
/// <remarks>Source: D. Dorsey, "The Relative Volatility Index", Technical Analysis of Stocks &amp; Commodities, 1993.
/// Both means begin where the deviation does; TradingView's count zeros before that, which differs during the warm-up
/// alone.</remarks>
internal sealed class RelativeVolatilityIndex(int length, int smoothing)
{
    private readonly RollingDeviation _deviation = new(length);
    private readonly ExponentialMean _rising = new(smoothing);
    private readonly ExponentialMean _others = new(smoothing);
    private double _closeBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The index; NaN until both means are there and where nothing scatters.</returns>
    public double Next(in Bar bar)
    {
        double change = bar.Close - _closeBefore, scatter = _deviation.Next(bar.Close);
        _closeBefore = bar.Close;
        if (double.IsNaN(change) || double.IsNaN(scatter)) return double.NaN;
        double rising = _rising.Next(change > 0 ? scatter : 0), others = _others.Next(change > 0 ? 0 : scatter);
        double both = rising + others;
        return both == 0 ? double.NaN : 100 * rising / both;
    }
}
