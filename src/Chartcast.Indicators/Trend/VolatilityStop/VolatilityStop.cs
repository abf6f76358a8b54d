using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.VolatilityStop;

/// <summary>A stop some average true ranges from the best price since it last turned, which never gives way.</summary>
/// <remarks>Until the average is there the bar's own true range counts; the first bar's stop is its price. Begins
/// rising. Definition: TradingView's built-in of that name.</remarks>
/// <param name="length">Length of the average true range in bars, 1 or more.</param>
/// <param name="multiplier">Average true ranges between best price and stop.</param>
/// <param name="source">Which price counts.</param>
internal sealed class VolatilityStop(int length, double multiplier, PriceSource source) : IndicatorStream
{
    private const byte Rising = 0, Falling = 1;

    private readonly TrueRange _range = new(countsFirst: true);
    private readonly ExponentialMean _mean = ExponentialMean.Wilder(length);
    private double _highest = double.NegativeInfinity;
    private double _lowest = double.PositiveInfinity;
    private double _stop = double.NaN;
    private bool _rises = true;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double range = _range.Next(bar), mean = _mean.Next(range), price = bar.Price(source);
        double distance = double.IsNaN(mean) ? range : multiplier * mean;
        _highest = Math.Max(_highest, price);
        _lowest = Math.Min(_lowest, price);
        if (double.IsNaN(_stop)) _stop = price;
        else _stop = _rises ? Math.Max(_stop, _highest - distance) : Math.Min(_stop, _lowest + distance);
        if (_rises != price >= _stop) Turn(price, distance);
        values[0] = _stop;
        colorIndexes[0] = _rises ? Rising : Falling;
    }

    private void Turn(double price, double distance)
    {
        _rises = !_rises;
        _highest = _lowest = price;
        _stop = _rises ? price - distance : price + distance;
    }
}
