using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.WilliamsR;

/// <summary>Williams %R: how far the close lies below the highest high of the last n bars, as a share of their range,
/// −100 to 0.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>NaN where the range is zero. Source: L. R. Williams, "How I Made One Million Dollars", 1973.</remarks>
internal sealed class WilliamsR(int length) : IndicatorStream
{
    private readonly RollingPosition _position = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes) =>
        values[0] = 100 * _position.Next(bar.Close, bar.High, bar.Low) - 100;
}
