using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>How the last close compares with the one before.</summary>
internal static class LastChange
{
    /// <summary>How percentages are written.</summary>
    public static PriceFormat Percent { get; } = PriceFormat.Decimal(2);

    /// <summary>The change of the last close; false when there is only one.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="change">The difference in price.</param>
    /// <param name="percent">In percent of the previous close; <see cref="double.NaN"/> when that is 0.</param>
    public static bool TryGet(BarSeries bars, out double change, out double percent)
    {
        change = percent = double.NaN;
        if (bars.Count < 2) return false;
        double previous = bars.Closes[^2];
        change = bars.Closes[^1] - previous;
        percent = previous == 0 ? double.NaN : 100 * (change / Math.Abs(previous));
        return double.IsFinite(change);
    }
}
