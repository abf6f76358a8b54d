namespace Chartcast.Mcp.Dispatch;

/// <summary>Suggests known names for a mistyped one, by edit distance.</summary>
internal static class NearestNames
{
    // Longer input is no typing mistake, and the distance costs length times length.
    private const int LongestName = 128;

    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known, int count)
    {
        if (name.Length is 0 or > LongestName)
            return [];

        return
        [
            .. known
                .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
                .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Name.Length / 3))
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(count)
                .Select(candidate => candidate.Name),
        ];
    }

    // V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966; case is
    // ignored.
    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            previous[column] = column;

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var same = char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]);
                var replace = previous[column - 1] + (same ? 0 : 1);
                current[column] = Math.Min(replace, Math.Min(previous[column], current[column - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
