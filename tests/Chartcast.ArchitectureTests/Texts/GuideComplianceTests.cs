using System.Text;
using System.Text.RegularExpressions;
using Chartcast.ArchitectureTests.Houses;

namespace Chartcast.ArchitectureTests.Texts;

/// <summary>Every statement of the guide has a test, and docs/guide-compliance.md is the list of them.</summary>
/// <remarks>A test names its statement by <c>[GuideSentence("…")]</c> or by a line <c>// Guide: …</c> above it. The document
/// is written anew with <c>CHARTCAST_RENEW_SNAPSHOTS=1</c>.</remarks>
public sealed partial class GuideComplianceTests
{
    private const string RenewVariable = "CHARTCAST_RENEW_SNAPSHOTS";

    private static readonly string DocumentPath = Path.Combine(SourceTree.Root, "docs", "guide-compliance.md");

    private static readonly string[] Statements = File.ReadAllLines(
        Path.Combine(SourceTree.Root, "tests", "Chartcast.ArchitectureTests", "Texts", "GuideStatements.txt"));

    [Fact]
    public void EveryStatement_HasATest()
    {
        ILookup<string, string> tests = FindTests();
        string[] untested = [.. Statements.Where(statement => statement.Length > 0 && !statement.StartsWith('#'))
            .Where(statement => !tests.Contains(statement))];
        Assert.True(untested.Length == 0, "No test names: " + string.Join('\n', untested));
    }

    [Fact]
    public void EveryNamedStatement_IsOneOfTheGuide()
    {
        string[] unknown = [.. FindTests().Select(group => group.Key).Where(name => !Statements.Contains(name))];
        Assert.True(unknown.Length == 0, "Not in GuideStatements.txt: " + string.Join('\n', unknown));
    }

    [Fact]
    public void Document_ListsStatementsAndTests()
    {
        string expected = Write();
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1") File.WriteAllText(DocumentPath, expected);
        Assert.True(File.Exists(DocumentPath), $"docs/guide-compliance.md is missing: write it with {RenewVariable}=1.");
        Assert.Equal(expected, File.ReadAllText(DocumentPath));
    }

    private static string Write()
    {
        ILookup<string, string> tests = FindTests();
        var text = new StringBuilder()
            .Append("# The guide, statement by statement\n\n")
            .Append("What the guide to the server says, and the tests that hold it. This page is made from the tests; ")
            .Append("a statement without a test, or a page that differs, fails the build.\n");
        foreach (string line in Statements)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                text.Append("\n## ").Append(line.AsSpan(2)).Append("\n\n| Statement | Tests |\n|---|---|\n");
            else if (line.Length > 0)
                text.Append("| ").Append(line.Replace("|", "\\|", StringComparison.Ordinal)).Append(" | ")
                    .AppendJoin("<br>", tests[line].Order(StringComparer.Ordinal).Select(test => $"`{test}`"))
                    .Append(" |\n");
        }

        return text.ToString();
    }

    private static ILookup<string, string> FindTests() => (
        from file in SourceTree.Sources("tests")
        where !file.Path.StartsWith("tests/Chartcast.ArchitectureTests/", StringComparison.Ordinal)
        from found in In(file)
        select found).Distinct().ToLookup(found => found.Statement, found => found.Test);

    private static IEnumerable<(string Statement, string Test)> In(SourceFile file)
    {
        string className = Path.GetFileNameWithoutExtension(file.Path);
        List<string> pending = [];
        foreach (string line in file.Text.Split('\n'))
        {
            Match statement = Statement().Match(line);
            if (statement.Success)
            {
                string words = statement.Groups["attribute"].Success
                    ? Regex.Unescape(statement.Groups["attribute"].Value)
                    : statement.Groups["comment"].Value.Trim();
                pending.Add(words);
                continue;
            }

            Match method = Method().Match(line);
            if (!method.Success) continue;
            foreach (string words in pending) yield return (words, $"{className}.{method.Groups[1].Value}");
            pending.Clear();
        }
    }

    [GeneratedRegex("""^\s*(?:\[GuideSentence\("(?<attribute>(?:[^"\\]|\\.)*)"\)\]|// Guide: (?<comment>.*))""")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^\s*public (?:async )?(?:static )?(?:Task|ValueTask|void)(?:<[^>]*>)? (\w+)\(")]
    private static partial Regex Method();
}
