using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.SuperTrend;

/// <summary>A stop below rising prices or above falling ones, which only ever follows the trend.</summary>
/// <remarks>Begins with a falling trend, as Pine's <c>ta.supertrend</c> does. Source: O. Seban, "Tout le monde mérite
/// d'être riche", 2008.</remarks>
/// <param name="length">Length of the average true range in bars, 1 or more.</param>
/// <param name="factor">Average true ranges between the bar's middle and the stop.</param>
internal sealed class SuperTrend(int length, double factor) : IndicatorStream
{
    private const byte Rising = 0, Falling = 1;

    private readonly AverageTrueRange _range = new(length);
    private double _upper = double.NaN;
    private double _lower = double.NaN;
    private double _closeBefore = double.NaN;
    private bool _rises;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double distance = factor * _range.Next(bar), middle = bar.Price(PriceSource.Hl2);
        if (!double.IsNaN(distance)) Follow(bar.Close, middle + distance, middle - distance);
        _closeBefore = bar.Close;
        values[0] = _rises ? _lower : _upper;
        colorIndexes[0] = _rises ? Rising : Falling;
    }

    private void Follow(double close, double upper, double lower)
    {
        bool isFirst = double.IsNaN(_upper);
        if (isFirst || upper < _upper || _closeBefore > _upper) _upper = upper;
        if (isFirst || lower > _lower || _closeBefore < _lower) _lower = lower;
        if (!isFirst) _rises = _rises ? close >= _lower : close > _upper;
    }
}
