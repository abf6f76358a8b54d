namespace Chartcast.Indicators.Catalog;

/// <summary>Finds the names that somebody may have meant.</summary>
public static class NearestNames
{
    private const int LongestCompared = 64;

    /// <summary>A slip counts for more than any difference of lengths.</summary>
    private const int Slip = LongestCompared + 1;

    /// <summary>Orders names by how near they are to a text: same letters, then beginnings, then few typing
    /// slips; among these those of nearly the same length first.</summary>
    /// <param name="text">What was written; from anyone, compared without case, cut after 64 characters.</param>
    /// <param name="candidates">The names there are.</param>
    /// <param name="count">How many to give at most.</param>
    /// <returns>Near names, best first; names that have little in common with the text are left out.</returns>
    public static IReadOnlyList<string> Find(string? text, IEnumerable<string> candidates, int count)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var near = new List<(int Distance, string Name)>();
        foreach (string name in candidates)
        {
            if (TryMeasure(text, name, out int distance)) near.Add((distance, name));
        }

        near.Sort(static (left, right) => left.Distance != right.Distance
            ? left.Distance.CompareTo(right.Distance)
            : string.CompareOrdinal(left.Name, right.Name));
        return [.. near.Select(static pair => pair.Name).Distinct().Take(Math.Max(count, 0))];
    }

    /// <summary>Measures how far a name is from a text.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="name">A name.</param>
    /// <param name="distance">0 for the same letters; else rises with the number of slips, and a little with the
    /// difference of lengths.</param>
    /// <returns>Whether the name is near enough to be suggested.</returns>
    internal static bool TryMeasure(string? text, string name, out int distance)
    {
        distance = int.MaxValue;
        ReadOnlySpan<char> asked = Cut(text);
        ReadOnlySpan<char> known = Cut(name);
        if (asked.IsEmpty || known.IsEmpty) return false;
        int longer = Math.Abs(asked.Length - known.Length);
        if (known.StartsWith(asked, StringComparison.OrdinalIgnoreCase)
            || asked.StartsWith(known, StringComparison.OrdinalIgnoreCase))
        {
            distance = longer == 0 ? 0 : Slip + longer;
            return true;
        }

        if (asked.Length > 2 && known.Contains(asked, StringComparison.OrdinalIgnoreCase))
        {
            distance = 2 * Slip + longer;
            return true;
        }

        int slips = EditDistance(asked, known);
        distance = (2 + slips) * Slip + longer;
        return slips <= Math.Max(1, Math.Max(asked.Length, known.Length) * 2 / 5);
    }

    private static ReadOnlySpan<char> Cut(string? text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed.Length > LongestCompared ? trimmed[..LongestCompared] : trimmed;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    private static int EditDistance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> before = stackalloc int[LongestCompared + 1];
        Span<int> previous = stackalloc int[LongestCompared + 1];
        Span<int> current = stackalloc int[LongestCompared + 1];
        for (int j = 0; j <= right.Length; j++) previous[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = Fold(left[i - 1]) == Fold(right[j - 1]);
                int best = Math.Min(previous[j - 1] + (same ? 0 : 1), 1 + Math.Min(previous[j], current[j - 1]));
                bool swapped = i > 1 && j > 1
                    && Fold(left[i - 1]) == Fold(right[j - 2]) && Fold(left[i - 2]) == Fold(right[j - 1]);
                current[j] = swapped ? Math.Min(best, before[j - 2] + 1) : best;
            }

            Span<int> free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[right.Length];
    }

    private static char Fold(char c) => char.ToLowerInvariant(c);
}
