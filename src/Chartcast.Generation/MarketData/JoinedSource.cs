using Chartcast.Generation.Requests;

namespace Chartcast.Generation.MarketData;

/// <summary>Says in one line where bars of several symbols came from.</summary>
internal static class JoinedSource
{
    /// <summary>Joins sources: each venue and feed once, the longest delay, the oldest reading; sample data where any
    /// of it is.</summary>
    /// <param name="results">One or more.</param>
    public static SourceReport Of(IReadOnlyCollection<MarketDataResult> results)
    {
        string[] adjustments = [.. results.Select(static result => result.Source.Adjusted).Distinct()];
        return new SourceReport(
            Joined(results.Select(static result => result.Source.Venue)),
            Joined(results.Select(static result => result.Source.Feed)),
            results.Max(static result => result.Source.DelaySeconds),
            results.Min(static result => result.Source.FetchedAt),
            adjustments.Length == 1 ? adjustments[0] : "unknown",
            results.Any(static result => result.Source.Sample));
    }

    private static string Joined(IEnumerable<string> names) => string.Join('+', names.Distinct());
}
