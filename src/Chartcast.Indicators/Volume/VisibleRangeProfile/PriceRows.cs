using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Volume.VisibleRangeProfile;

/// <summary>The range of some bars' prices, cut into rows of equal height.</summary>
/// <param name="Lowest">The lower edge of the first row, in price units.</param>
/// <param name="Height">The height of a row; 0 where all prices are the same, which makes one row.</param>
/// <param name="Count">How many rows, 1 or more; 0 when there is no bar.</param>
internal readonly record struct PriceRows(double Lowest, double Height, int Count)
{
    /// <summary>Cuts the range from the lowest low to the highest high.</summary>
    /// <param name="bars">All bars.</param>
    /// <param name="first">Index of the first bar that counts.</param>
    /// <param name="last">Index of the last one; no bar counts when it is below <paramref name="first"/>.</param>
    /// <param name="count">How many rows are wanted, 1 or more.</param>
    public static PriceRows Of(BarSeries bars, int first, int last, int count)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = first; i <= last; i++)
        {
            if (!(bars.Lows[i] <= bars.Highs[i])) continue;
            low = Math.Min(low, bars.Lows[i]);
            high = Math.Max(high, bars.Highs[i]);
        }

        if (!(low <= high)) return default;
        double height = (high - low) / count;
        return height > 0 ? new PriceRows(low, height, count) : new PriceRows(low, 0, 1);
    }

    /// <summary>Gives the rows that a bar's prices touch their even share of its volume.</summary>
    /// <remarks>A price on the edge of two rows belongs to the upper one, unless it is a bar's high.</remarks>
    /// <param name="bar">A bar within the range; one without volume or prices, known ones, gives nothing.</param>
    /// <param name="add">Takes the first row, the last row, and the volume of each of them.</param>
    public void Spread(in Bar bar, Action<int, int, double> add)
    {
        if (!(bar.Volume > 0 && bar.Low <= bar.High)) return;
        double bottom = Height > 0 ? (bar.Low - Lowest) / Height : 0;
        double top = Height > 0 ? (bar.High - Lowest) / Height : 0;
        int first = Math.Clamp((int)bottom, 0, Count - 1);
        int last = Math.Clamp((int)Math.Ceiling(top) - 1, first, Count - 1);
        if (first == last)
        {
            add(first, first, bar.Volume);
            return;
        }

        double perRow = bar.Volume / (top - bottom);
        add(first, first, perRow * (first + 1 - bottom));
        if (last - first > 1) add(first + 1, last - 1, perRow);
        add(last, last, perRow * (top - last));
    }
}
