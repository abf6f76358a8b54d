using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Momentum.Shades;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Macd;

/// <summary>Moving average convergence/divergence: histogram, line and signal, in price units.</summary>
/// <param name="fast">Length of the fast exponential mean in bars, 1 or more.</param>
/// <param name="slow">Length of the slow one, 1 or more.</param>
/// <param name="signal">Length of the signal's mean in bars, 1 or more.</param>
/// <param name="source">The price to read.</param>
/// <remarks>The line is NaN until both means are there; signal and histogram for <paramref name="signal"/> − 1 bars
/// more. Source: G. Appel, "Technical Analysis: Power Tools for Active Investors", 2005.</remarks>
internal sealed class Macd(int fast, int slow, int signal, PriceSource source) : IndicatorStream
{
    private readonly ExponentialMean _fast = new(fast);
    private readonly ExponentialMean _slow = new(slow);
    private readonly ExponentialMean _signal = new(signal);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double price = bar.Price(source);
        double line = _fast.Next(price) - _slow.Next(price), signalLine = _signal.Next(line);
        double histogram = line - signalLine;
        values[0] = histogram;
        values[1] = line;
        values[2] = signalLine;
        colorIndexes[0] = ColumnShades.OfSignAndDirection(histogram, _before);
        _before = histogram;
    }
}
