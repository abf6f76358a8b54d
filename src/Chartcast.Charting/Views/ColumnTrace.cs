using System.Buffers;
using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws one series of values as columns from a base line, usually 0.</summary>
internal readonly ref struct ColumnTrace
{
    private readonly Chart _chart;
    private readonly Pane _pane;
    private readonly PriceScale _scale;

    public ColumnTrace(Chart chart, Pane pane, PriceScale scale)
    {
        _chart = chart;
        _pane = pane;
        _scale = scale;
    }

    /// <summary>The device row columns stand on; null for that of the value 0.</summary>
    public int? BaseRow { get; init; }

    /// <summary>Draws the columns.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="source">The values and their colours.</param>
    /// <param name="widthPx">Width in device pixels, or 0 for as wide as the slots allow.</param>
    public void Draw<TSource>(SceneBuilder scene, TSource source, int widthPx = 0)
        where TSource : struct, IColumnSource
    {
        int size = BarGroups.SizeFor(_chart.Time.SpacingPx * _chart.Ratio);
        int count = (source.Last - _chart.First) / size + 1;
        ColumnSlot[] rented = ArrayPool<ColumnSlot>.Shared.Rent(count);
        Span<ColumnSlot> slots = rented.AsSpan(0, count);
        ColumnSlots.Write(_chart, size, source.Last, slots);
        int thickness = Math.Max(1, _chart.Ratio);
        int baseTop = (BaseRow ?? _chart.RowOf(_pane, _scale, 0)) - thickness / 2;
        for (int i = 0; i < slots.Length; i++)
        {
            int bar = Extreme(source, _chart.First + i * size, size);
            if (bar < 0) continue;
            (int left, int right) = widthPx == 0 ? (slots[i].First, slots[i].Last + 1) : Thin(slots[i], widthPx);
            int row = _chart.RowOf(_pane, _scale, source.ValueAt(bar));
            PixelRect column = row <= baseTop
                ? PixelRect.FromEdges(left, row, right, baseTop + thickness)
                : PixelRect.FromEdges(left, baseTop, right, row + 1);
            scene.FillRect(column, source.ColorAt(bar));
        }

        ArrayPool<ColumnSlot>.Shared.Return(rented);
    }

    private static (int Left, int Right) Thin(ColumnSlot slot, int widthPx)
    {
        int left = (slot.First + slot.Last + 1 - widthPx) / 2;
        return (left, left + widthPx);
    }

    /// <summary>The bar of a group whose value lies farthest from the base line, or −1.</summary>
    private static int Extreme<TSource>(TSource source, int first, int count)
        where TSource : struct, IColumnSource
    {
        int best = -1;
        int last = Math.Min(source.Last, first + count - 1);
        for (int i = first; i <= last; i++)
        {
            double value = source.ValueAt(i);
            if (double.IsFinite(value) && (best < 0 || Math.Abs(value) > Math.Abs(source.ValueAt(best)))) best = i;
        }

        return best;
    }
}

/// <summary>What columns are drawn from.</summary>
internal interface IColumnSource
{
    /// <summary>The last slot that may have a value.</summary>
    int Last { get; }

    /// <summary>The value above a bar; <see cref="double.NaN"/> for none.</summary>
    double ValueAt(int index);

    /// <summary>The colour of that value.</summary>
    Rgba ColorAt(int index);
}
