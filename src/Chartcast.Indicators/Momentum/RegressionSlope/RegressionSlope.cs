using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.RegressionSlope;

/// <summary>How much the straight line of least squares through the last n closes rises per bar, in price
/// units.</summary>
/// <param name="length">n in bars, 2 or more.</param>
internal sealed class RegressionSlope(int length) : IndicatorStream
{
    private readonly RollingFit _fit = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        _fit.Next(bar.Close);
        values[0] = _fit.Slope;
    }
}
