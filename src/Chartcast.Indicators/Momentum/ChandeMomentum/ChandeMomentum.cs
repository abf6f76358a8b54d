using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.ChandeMomentum;

/// <summary>Chande momentum oscillator: rises minus falls as a share of both, −100 to 100.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Plain sums of the last n changes; NaN for the first n bars, and where nothing moved. Source: T. Chande, S.
/// Kroll, "The New Technical Trader", 1994.</remarks>
internal sealed class ChandeMomentum(int length) : IndicatorStream
{
    private readonly RollingSum _rises = new(length);
    private readonly RollingSum _falls = new(length);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double change = bar.Close - _before;
        _before = bar.Close;
        double rises = _rises.Next(Math.Max(change, 0)), falls = _falls.Next(Math.Max(-change, 0));
        double both = rises + falls;
        values[0] = both == 0 ? double.NaN : 100 * (rises - falls) / both;
    }
}
