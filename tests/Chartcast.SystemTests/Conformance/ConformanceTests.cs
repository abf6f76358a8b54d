using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Conformance;

/// <summary>The public conformance suite against the real program: no failure and no warning.</summary>
[Collection(PublicSoftware.Name)]
public sealed class ConformanceTests
{
    /// <summary>What the suite skips by itself, with its reason.</summary>
    private static readonly Dictionary<string, string> Skips = new(StringComparer.Ordinal)
    {
        ["tasks-status-notifications"] = "the suite has no listener for them yet; TaskNotificationTests has",
    };

    /// <summary>A set must not shrink unseen: fewer scenarios or passed checks than these are a failure, too.</summary>
    /// <param name="choice">Which scenarios.</param>
    /// <param name="scenarios">How many the suite has for the choice.</param>
    /// <param name="passed">How many checks pass at least; of 2025-11-25 one more where a quick call streams, which it does
    /// not here.</param>
    [Theory]
    [InlineData("--requirements 2026-07-28", 50, 196)]
    [InlineData("--requirements 2025-11-25", 33, 83)]
    [InlineData("--suite all --spec-version 2025-06-18", 27, 56)]
    [InlineData("--suite all --spec-version 2025-03-26", 1, 3)]
    public async Task Suite_FindsNoFailureAndNoWarning(string choice, int scenarios, int passed)
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path, ["--conformance-fixtures"]);

        (CommandResult run, IReadOnlyList<ConformanceCheck> checks) =
            await ConformanceSuite.RunAsync(new Uri(server.Address, "mcp"), choice.Split(' '));

        ConformanceCheck[] wrong = [.. checks.Where(check => check.Status is not ("SUCCESS" or "INFO") && !IsKnownSkip(check))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.AsEnumerable()));
        string summary = run.Output[Math.Max(0, run.Output.IndexOf("=== SUMMARY", StringComparison.Ordinal))..];
        Assert.True(run.ExitCode == 0, summary + run.Errors);
        int ran = checks.Select(check => check.Scenario).Distinct().Count();
        int successes = checks.Count(check => check.Status == "SUCCESS");
        TestContext.Current.SendDiagnosticMessage($"{choice}: {ran} scenarios, {successes} checks passed");
        Assert.True(ran >= scenarios, $"{ran} of {scenarios} scenarios ran:\n{summary}");
        Assert.True(successes >= passed, $"{successes} of {passed} checks passed:\n{summary}");
    }

    private static bool IsKnownSkip(ConformanceCheck check) => check.Status == "SKIPPED" && Skips.ContainsKey(check.Scenario);
}
