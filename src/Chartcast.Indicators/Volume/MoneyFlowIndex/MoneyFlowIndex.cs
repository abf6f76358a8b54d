using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.MoneyFlowIndex;

/// <summary>Money flow index: how much of the traded money went into rising typical prices, 0 to 100.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Bars whose typical price stayed the same count for neither side; 100 where no money went into falling ones,
/// as with the relative strength index. Source: G. Quong and A. Soudack, "Volume-Weighted RSI: Money Flow", Technical
/// Analysis of Stocks &amp; Commodities, 1989.</remarks>
internal sealed class MoneyFlowIndex(int length)
{
    private readonly RollingSum _rising = new(length);
    private readonly RollingSum _falling = new(length);
    private double _typicalBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The index; NaN for the first n bars and for windows with an unknown volume.</returns>
    public double Next(in Bar bar)
    {
        double typical = bar.Price(PriceSource.Hlc3), change = typical - _typicalBefore;
        _typicalBefore = typical;
        double flow = double.IsNaN(change) ? double.NaN : typical * bar.Volume;
        double rising = _rising.Next(change <= 0 ? 0 * flow : flow);
        double falling = _falling.Next(change >= 0 ? 0 * flow : flow);
        return falling == 0 ? 100 : 100 - 100 / (1 + rising / falling);
    }
}
