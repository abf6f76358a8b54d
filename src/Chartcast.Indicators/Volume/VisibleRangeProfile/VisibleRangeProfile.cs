using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume.VisibleRangeProfile;

/// <summary>How much was traded at which price, every bar's volume spread evenly over its range.</summary>
/// <remarks>TradingView reads volumes from shorter bars where it has them, so its rows differ in detail. Bars without
/// known volume count for nothing.</remarks>
internal static class VisibleRangeProfile
{
    /// <summary>Rows × bars up to which developing lines take their time; about a tenth of a second.</summary>
    private const long MostSteps = 50_000_000;
    private const int FewestRows = 24;

    /// <summary>Computes the profile of some consecutive bars; see <see cref="VolumeProfileComputation"/>.</summary>
    /// <param name="bars">All bars.</param>
    /// <param name="span">Indexes of the first and the last bar that count.</param>
    /// <param name="rowCount">How many rows, 1 or more.</param>
    /// <param name="percent">How much of all volume the value area holds at least, 0–100.</param>
    public static VolumeProfile Of(BarSeries bars, (int First, int Last) span, int rowCount, double percent)
    {
        PriceRows rows = PriceRows.Of(bars, span.First, span.Last, rowCount);
        var up = new RowVolumes(rows.Count);
        var down = new RowVolumes(rows.Count);
        for (int i = span.First; i <= span.Last; i++)
        {
            Bar bar = bars[i];
            rows.Spread(bar, bar.Close >= bar.Open ? up.Add : down.Add);
        }

        double[] rising = up.ToRows(), falling = down.ToRows(), all = new double[rows.Count];
        for (int i = 0; i < all.Length; i++) all[i] = rising[i] + falling[i];
        ValueArea area = ValueArea.Of(all, percent);
        return new VolumeProfile(
            rows.Lowest, rows.Height, rising, falling, area.PointOfControl, area.Low, area.High);
    }

    /// <summary>The point of control and the edges of the value area as they were after each bar.</summary>
    /// <remarks>The rows are those of the whole range, so that earlier values change when later bars widen it. Where
    /// bars and rows are very many, rows are merged to at least 24, for a bounded time.</remarks>
    /// <param name="bars">The bars that count.</param>
    /// <param name="rowCount">How many rows, 1 or more.</param>
    /// <param name="percent">How much of all volume the value area holds at least, 0–100.</param>
    /// <returns>The middle of the row of most volume, the upper and the lower edge of the area, in price units; NaN
    /// before the first volume.</returns>
    public static IReadOnlyList<IndicatorPlot> Developing(BarSeries bars, int rowCount, double percent)
    {
        int most = (int)Math.Min(int.MaxValue, Math.Max(FewestRows, MostSteps / Math.Max(bars.Count, 1)));
        PriceRows rows = PriceRows.Of(bars, 0, bars.Count - 1, Math.Min(rowCount, most));
        var volumes = new double[rows.Count];
        double[] control = new double[bars.Count], high = new double[bars.Count], low = new double[bars.Count];
        for (int i = 0; i < bars.Count; i++)
        {
            Bar bar = bars[i];
            rows.Spread(bar, Add);
            ValueArea area = ValueArea.Of(volumes, percent);
            bool isEmpty = area.PointOfControl < 0;
            control[i] = isEmpty ? double.NaN : rows.Lowest + (area.PointOfControl + 0.5) * rows.Height;
            high[i] = isEmpty ? double.NaN : rows.Lowest + (area.High + 1) * rows.Height;
            low[i] = isEmpty ? double.NaN : rows.Lowest + area.Low * rows.Height;
        }

        return [new IndicatorPlot(control), new IndicatorPlot(high), new IndicatorPlot(low)];

        void Add(int first, int last, double volume)
        {
            for (int row = first; row <= last; row++) volumes[row] += volume;
        }
    }
}
