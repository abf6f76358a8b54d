using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.DetrendedPrice;

/// <summary>Detrended price oscillator: the close minus the mean of n bars around an earlier bar, in price
/// units.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="isCentered">Whether the earlier close is compared with today's mean, to be drawn at the earlier bar;
/// else today's close with the earlier mean.</param>
internal sealed class DetrendedPrice(int length, bool isCentered) : IndicatorStream
{
    private readonly RollingSum _mean = new(length);
    private readonly Delay _earlier = new(EarlierBars(length));

    /// <summary>How many bars earlier: half of n and one.</summary>
    public static int EarlierBars(int length) => length / 2 + 1;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double mean = _mean.NextMean(bar.Close);
        values[0] = isCentered ? _earlier.Next(bar.Close) - mean : bar.Close - _earlier.Next(mean);
    }
}
