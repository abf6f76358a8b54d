using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Volatility.BollingerBands;

namespace Chartcast.Indicators.Volatility.BollingerTrend;

/// <summary>BBTrend: how much further apart the lower bands of a short and a long window are than the upper ones, in
/// percent of the short mean.</summary>
/// <param name="shortLength">Length of the short window in bars, 1 or more.</param>
/// <param name="longLength">Length of the long one, 1 or more.</param>
/// <param name="multiplier">How many population standard deviations away the bands lie.</param>
/// <remarks>NaN until both windows are full and where the short mean is 0. Source: J. Bollinger, as published in
/// TradingView's built-in "BBTrend".</remarks>
internal sealed class BollingerTrend(int shortLength, int longLength, double multiplier) : IndicatorStream
{
    private readonly BollingerWindow _short = new(shortLength, multiplier);
    private readonly BollingerWindow _long = new(longLength, multiplier);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        (double mean, double distance) = _short.Next(bar.Close);
        (double longMean, double longDistance) = _long.Next(bar.Close);
        double lower = Math.Abs(mean - distance - (longMean - longDistance));
        double upper = Math.Abs(mean + distance - (longMean + longDistance));
        double trend = mean == 0 ? double.NaN : (lower - upper) / mean * 100;
        values[0] = trend;
        colorIndexes[0] = ColorIndexOf(trend, _before);
        _before = trend;
    }

    /// <summary>0 above zero and not falling, 1 above and falling, 2 not above and rising, 3 not above and not rising.
    /// The first value counts as the weaker one of its side.</summary>
    private static byte ColorIndexOf(double value, double before) =>
        value > 0 ? (byte)(value >= before ? 0 : 1) : (byte)(value <= before ? 3 : 2);
}
