using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Trix;

/// <summary>TRIX: how fast the three times smoothed logarithm of the close changes, in hundredths of a percent per
/// bar.</summary>
/// <param name="length">Length of each exponential mean in bars, 1 or more.</param>
/// <remarks>A close of 0 or less is skipped. Source: J. Hutson, "Good TRIX", Technical Analysis of Stocks &amp;
/// Commodities, 1983, in TradingView's logarithmic form.</remarks>
internal sealed class Trix(int length) : IndicatorStream
{
    private const double Scale = 10_000;

    private readonly ExponentialMean _first = new(length);
    private readonly ExponentialMean _second = new(length);
    private readonly ExponentialMean _third = new(length);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double logarithm = bar.Close > 0 ? Math.Log(bar.Close) : double.NaN;
        double mean = _third.Next(_second.Next(_first.Next(logarithm)));
        values[0] = Scale * (mean - _before);
        _before = mean;
    }
}
