using Chartcast.Charting.Models;

namespace Chartcast.Charting.Views;

/// <summary>Where columns stand so that the gap between any two neighbours is the same.</summary>
internal static class ColumnSlots
{
    /// <summary>Narrower columns than this are all made equally wide.</summary>
    private const int EqualizeBelowPx = 4;

    /// <summary>Writes first and last device column of every column.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="size">How many bars share one column.</param>
    /// <param name="end">The last bar that has one.</param>
    /// <param name="slots">Receives one a group.</param>
    public static void Write(Chart chart, int size, int end, Span<ColumnSlot> slots)
    {
        double spacing = chart.Time.SpacingPx * chart.Ratio * size;
        int gap = Math.Ceiling(spacing) <= 1 ? 0 : Math.Max(1, chart.Ratio);
        // A column and its gap must fit into a slot, else columns would drift away from their bars.
        if (spacing < gap + 1) gap = 0;
        int width = Math.Max(1, DevicePixels.Round(spacing) - gap);
        for (int i = 0; i < slots.Length; i++)
        {
            int first = chart.First + i * size;
            int last = Math.Min(end, first + size - 1);
            double exact = (chart.Time.CenterOf(first) + chart.Time.CenterOf(last)) / 2 * chart.Ratio;
            int center = DevicePixels.Round(exact);
            int left = center - width / 2;
            slots[i] = new ColumnSlot(left, left + width - 1, center > exact);
        }

        RepairGaps(slots, gap);
        Equalize(slots);
    }

    private static void RepairGaps(Span<ColumnSlot> slots, int gap)
    {
        for (int i = 1; i < slots.Length; i++)
        {
            ColumnSlot previous = slots[i - 1];
            ColumnSlot current = slots[i];
            if (current.First == previous.Last + gap + 1) continue;
            if (previous.IsRoundedRight)
                slots[i - 1] = previous with { Last = Math.Max(previous.First, current.First - gap - 1) };
            else
                slots[i] = current with { First = Math.Min(current.Last, previous.Last + gap + 1) };
        }
    }

    private static void Equalize(Span<ColumnSlot> slots)
    {
        int narrowest = int.MaxValue;
        foreach (ColumnSlot slot in slots) narrowest = Math.Min(narrowest, slot.Width);
        if (narrowest is < 1 or >= EqualizeBelowPx) return;
        foreach (ref ColumnSlot slot in slots)
        {
            if (slot.Width <= narrowest) continue;
            slot = slot.IsRoundedRight ? slot with { Last = slot.Last - 1 } : slot with { First = slot.First + 1 };
        }
    }
}

/// <summary>The device columns one drawn column takes.</summary>
/// <param name="First">First device column.</param>
/// <param name="Last">Last device column.</param>
/// <param name="IsRoundedRight">Whether its centre lies right of the exact place.</param>
internal readonly record struct ColumnSlot(int First, int Last, bool IsRoundedRight)
{
    public int Width => Last - First + 1;
}
