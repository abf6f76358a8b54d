namespace Chartcast.Indicators.Bars;

/// <summary>One OHLCV bar.</summary>
/// <param name="OpenTimeMs">When the bar opens, in milliseconds since 1970-01-01T00:00:00Z. Daily and longer bars
/// open at
/// 00:00 UTC of their calendar date: they are dates without a time zone.</param>
/// <param name="Open">First price, in price units.</param>
/// <param name="High">Highest price; not below <paramref name="Open"/>, <paramref name="Low"/> or
/// <paramref name="Close"/>.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Traded volume in units of the base asset, 0 or more; <see cref="double.NaN"/> where the
/// source has none.</param>
public readonly record struct Bar(long OpenTimeMs, double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>One price of the bar, or a mean of several.</summary>
    /// <param name="source">Which price.</param>
    public double Price(PriceSource source) => source switch
    {
        PriceSource.Open => Open,
        PriceSource.High => High,
        PriceSource.Low => Low,
        PriceSource.Hl2 => (High + Low) / 2,
        PriceSource.Hlc3 => (High + Low + Close) / 3,
        PriceSource.Ohlc4 => (Open + High + Low + Close) / 4,
        _ => Close,
    };
}
