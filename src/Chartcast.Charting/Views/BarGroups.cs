using System.Buffers;
using Chartcast.Charting.Models;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Views;

/// <summary>Merges bars that share a device pixel: open of the first, extremes of all, close of the last.</summary>
internal readonly struct BarGroups
{
    private readonly Chart _chart;
    private readonly BarGroup[] _merged;

    public BarGroups(Chart chart)
    {
        _chart = chart;
        Size = SizeFor(chart.Time.SpacingPx * chart.Ratio);
        // Views go through the groups several times; bars are merged once.
        _merged = chart.MergedBars ??= MergeAll();
    }

    /// <summary>Bars a group, a power of two; 1 unless the data are dense.</summary>
    public int Size { get; }

    public int Count => (_chart.Time.Count + Size - 1) / Size;

    /// <summary>The least power of two of bars that spans a device pixel.</summary>
    public static int SizeFor(double spacingDevicePx)
    {
        int size = 1;
        while (size * spacingDevicePx < 1 && size < 1 << 20) size <<= 1;
        return size;
    }

    /// <summary>The bars of a group as one; false when none has all its prices.</summary>
    public bool TryGet(int group, out BarGroup merged)
    {
        merged = _merged[group];
        return !double.IsNaN(merged.Open);
    }

    private BarGroup[] MergeAll()
    {
        BarGroup[] merged = ArrayPool<BarGroup>.Shared.Rent(Count);
        for (int i = 0; i < Count; i++) Merge(i, out merged[i]);
        return merged;
    }

    private void Merge(int group, out BarGroup merged)
    {
        int first = _chart.First + group * Size;
        int last = Math.Min(_chart.Last, first + Size - 1);
        BarSeries bars = _chart.Bars;
        double open = double.NaN;
        double close = double.NaN;
        double high = double.NegativeInfinity;
        double low = double.PositiveInfinity;
        for (int i = first; i <= last; i++)
        {
            if (!IsComplete(bars, i)) continue;
            if (double.IsNaN(open)) open = bars.Opens[i];
            close = bars.Closes[i];
            high = Math.Max(high, bars.Highs[i]);
            low = Math.Min(low, bars.Lows[i]);
        }

        double previous = first > 0 ? bars.Closes[first - 1] : double.NaN;
        double center = (_chart.Time.CenterOf(first) + _chart.Time.CenterOf(last)) / 2;
        merged = new BarGroup(DevicePixels.Round(center * _chart.Ratio), open, high, low, close, previous);
    }

    private static bool IsComplete(BarSeries bars, int index) =>
        double.IsFinite(bars.Opens[index]) && double.IsFinite(bars.Highs[index])
        && double.IsFinite(bars.Lows[index]) && double.IsFinite(bars.Closes[index]);
}
