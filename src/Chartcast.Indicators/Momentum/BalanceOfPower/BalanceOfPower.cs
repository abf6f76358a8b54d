using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.BalanceOfPower;

/// <summary>Balance of power: how much of a bar's range its body fills, −1 to 1.</summary>
/// <remarks>NaN for a bar without range. Source: I. Livshin, "Balance of Power", Technical Analysis of Stocks &amp;
/// Commodities, 2001.</remarks>
internal sealed class BalanceOfPower : IndicatorStream
{
    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double range = bar.High - bar.Low;
        values[0] = range == 0 ? double.NaN : (bar.Close - bar.Open) / range;
    }
}
