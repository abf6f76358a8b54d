using Chartcast.Charting.Models;

namespace Chartcast.Charting.Layouts;

/// <summary>Moves last-value tags apart so that none covers another.</summary>
/// <remarks>The main series' tag stays. The ones above it are pushed upwards, the ones below it downwards, each by its
/// predecessor; a group that leaves the pane is shifted back as far as there is room.</remarks>
internal static class TagStack
{
    /// <summary>Places the tags of a pane; those that cannot be shown at all are removed.</summary>
    /// <param name="tags">The tags, in any order; on return from top to bottom.</param>
    /// <param name="paneHeightPx">The pane's height.</param>
    /// <param name="tagHeightPx">The height one tag takes.</param>
    public static void Place(List<AxisTag> tags, double paneHeightPx, double tagHeightPx)
    {
        int most = Math.Max(1, (int)(paneHeightPx / tagHeightPx));
        if (tags.Count > most) tags.RemoveRange(most, tags.Count - most);
        tags.Sort(static (left, right) => left.Row.CompareTo(right.Row));
        if (tags.Count == 0) return;
        double half = tagHeightPx / 2;
        int main = tags.FindIndex(static tag => tag.IsMain);
        int split = main >= 0 ? main : 0;
        SetPlaced(tags, split, Math.Clamp(tags[split].Row, half, Math.Max(half, paneHeightPx - half)));
        for (int i = split - 1; i >= 0; i--)
            SetPlaced(
                tags, i, Math.Min(Math.Min(tags[i].Row, paneHeightPx - half), tags[i + 1].PlacedRow - tagHeightPx));
        for (int i = split + 1; i < tags.Count; i++)
            SetPlaced(tags, i, Math.Max(Math.Max(tags[i].Row, half), tags[i - 1].PlacedRow + tagHeightPx));
        ShiftBack(tags, paneHeightPx, tagHeightPx);
    }

    private static void ShiftBack(List<AxisTag> tags, double paneHeightPx, double tagHeightPx)
    {
        double least = tagHeightPx / 2;
        for (int i = 0; i < tags.Count; i++)
        {
            if (tags[i].PlacedRow >= least) break;
            SetPlaced(tags, i, least);
            least += tagHeightPx;
        }

        double most = paneHeightPx - tagHeightPx / 2;
        for (int i = tags.Count - 1; i >= 0; i--)
        {
            if (tags[i].PlacedRow <= most) break;
            SetPlaced(tags, i, most);
            most -= tagHeightPx;
        }
    }

    private static void SetPlaced(List<AxisTag> tags, int index, double row) =>
        tags[index] = tags[index] with { PlacedRow = row };
}
