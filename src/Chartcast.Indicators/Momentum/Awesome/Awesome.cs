using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Awesome;

/// <summary>Awesome oscillator: a short mean of the bars' middles minus a long one, in price units.</summary>
/// <remarks>NaN for the first 33 bars. Source: B. Williams, "New Trading Dimensions", 1998.</remarks>
internal sealed class Awesome
{
    /// <summary>Bars before the first value.</summary>
    public const int WarmUpBars = Slow - 1;

    private const int Fast = 5, Slow = 34;

    private readonly RollingSum _fast = new(Fast);
    private readonly RollingSum _slow = new(Slow);

    /// <summary>Takes the next bar.</summary>
    public double Next(in Bar bar)
    {
        double middle = bar.Price(PriceSource.Hl2);
        return _fast.NextMean(middle) - _slow.NextMean(middle);
    }
}
