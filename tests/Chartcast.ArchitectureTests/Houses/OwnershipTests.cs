using System.Text.RegularExpressions;

namespace Chartcast.ArchitectureTests.Houses;

/// <summary>Front doors never look into the history without saying for whom: with authentication on, clients see their own
/// charts only.</summary>
public sealed partial class OwnershipTests
{
    private static readonly string[] WithoutCallers =
        ["src/Chartcast.App/Cli/", "src/Chartcast.App/Composition/", "src/Chartcast.App/Engines/"];

    [Fact]
    public void FrontDoors_SayWhoseHistoryTheyLookInto()
    {
        string[] forgetful = [.. SourceTree.Sources("src/Chartcast.App")
            .Where(file => !WithoutCallers.Any(room => file.Path.StartsWith(room, StringComparison.Ordinal)))
            .SelectMany(file => Forgetful(file.Text).Select(look => $"{file.Path}: {look}"))];
        Assert.True(forgetful.Length == 0, string.Join('\n', forgetful));
    }

    [Theory]
    [InlineData("await engine.Requests.FindAsync(id, cancellationToken);", true)]
    [InlineData("await engine.Requests.FindAsync(id, caller.SeesOnly, cancellationToken);", false)]
    [InlineData("new RecentFilter(\n    10, Status: status);", true)]
    [InlineData("new RecentFilter(10, Owner: caller.SeesOnly);", false)]
    [InlineData("new EventFilter(clientId, null, null);", true)]
    [InlineData("await engine.Store.EventsAfterAsync(0, 10, owner);", true)]
    public void Looks_AreForgetful_WhenNoOwnerIsNamed(string code, bool isForgetful) =>
        Assert.Equal(isForgetful, Forgetful(code).Any());

    private static IEnumerable<string> Forgetful(string text) =>
        Look().Matches(text).Select(match => match.Value)
            .Where(look => look.StartsWith("Store", StringComparison.Ordinal) || !Owner().IsMatch(look));

    // To the end of the statement: arguments may stand on lines of their own.
    [GeneratedRegex(@"(Requests\.(FindAsync|RecentAsync)\(|Store\.(FindAsync|RecentAsync|EventsAfterAsync)\(|new (RecentFilter|EventFilter)\()[^;]*;")]
    private static partial Regex Look();

    [GeneratedRegex(@"\b(SeesOnly|[oO]wner)\b|RecentAsync\(filter")]
    private static partial Regex Owner();
}
