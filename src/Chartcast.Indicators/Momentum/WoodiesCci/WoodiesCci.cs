using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.WoodiesCci;

/// <summary>Woodies CCI: a commodity channel index of closes as columns, and a fast one as line.</summary>
/// <param name="length">Length of the columns' index in bars, 1 or more.</param>
/// <param name="fast">Length of the line's index, 1 or more.</param>
/// <remarks>After five columns on one side of zero, the next takes that side's colour wherever it is; otherwise the
/// colour of the other side. Source: TradingView's built-in of that name.</remarks>
internal sealed class WoodiesCci(int length, int fast) : IndicatorStream
{
    private const int TrendBars = 5;

    private readonly Cci.Cci _cci = new(length);
    private readonly Cci.Cci _fastCci = new(fast);
    private int _positives;
    private int _negatives;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double cci = _cci.Next(bar.Close);
        values[0] = cci;
        values[1] = _fastCci.Next(bar.Close);
        bool isGreen = _positives >= TrendBars || (_negatives < TrendBars && cci < 0);
        colorIndexes[0] = isGreen ? (byte)1 : (byte)0;
        _positives = cci > 0 ? _positives + 1 : 0;
        _negatives = cci < 0 ? _negatives + 1 : 0;
    }
}
