using System.Text.RegularExpressions;

namespace Chartcast.ArchitectureTests.Houses;

/// <summary>The lower rooms have no clock and no input or output; words of one room stay out of others.</summary>
public sealed partial class PurityTests
{
    [Theory]
    [InlineData("Chartcast.Drawing")]
    [InlineData("Chartcast.Indicators")]
    [InlineData("Chartcast.Charting")]
    public void LowerProjects_HaveNoPackageClockOrFile(string project)
    {
        Assert.DoesNotContain("<PackageReference", SourceTree.ProjectFile(project), StringComparison.Ordinal);
        Assert.DoesNotContain("<FrameworkReference", SourceTree.ProjectFile(project), StringComparison.Ordinal);
        AssertNone($"src/{project}", OutsideWorld());
    }

    [Fact]
    public void Mcp_HasNoWordAboutCharts() => AssertNone("src/Chartcast.Mcp", ChartWords());

    [Fact]
    public void EnvironmentVariables_AreReadInConfigurationOnly() =>
        AssertNone("src", EnvironmentRead(), "src/Chartcast.App/Configuration/");

    [Fact]
    public void TheConsole_IsUsedByTheCommandLineOnly() =>
        AssertNone("src", ConsoleUse(), "src/Chartcast.App/Cli/", "src/Chartcast.App/Program.cs");

    [Fact]
    public void NoRoom_HasANameThatSaysNothing()
    {
        string[] bad = [.. SourceTree.Sources("src").Select(file => file.Path).Where(path => Vague().IsMatch(path))];
        Assert.True(bad.Length == 0, string.Join('\n', bad));
    }

    private static void AssertNone(string under, Regex forbidden, params string[] exceptBelow)
    {
        List<string> found = [];
        foreach (SourceFile file in SourceTree.Sources(under))
        {
            if (exceptBelow.Any(prefix => file.Path.StartsWith(prefix, StringComparison.Ordinal))) continue;
            string[] lines = file.Text.Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                if (!lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal) && forbidden.IsMatch(lines[i]))
                    found.Add($"{file.Path}:{i + 1}: {lines[i].Trim()}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [GeneratedRegex(@"\b(File|Directory|FileStream|HttpClient|Socket|Environment|TimeProvider|Stopwatch|Process)\b\s*[.(]|\bSystem\.Net\b|\bRandom\.Shared\b|\bGuid\.NewGuid\b")]
    private static partial Regex OutsideWorld();

    [GeneratedRegex(@"\b(chart|candle|ticker|indicator|tradingview)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex ChartWords();

    [GeneratedRegex(@"Environment\.GetEnvironmentVariable|Environment\.ExpandEnvironmentVariables")]
    private static partial Regex EnvironmentRead();

    [GeneratedRegex(@"(?<![\w.])(System\.)?Console\.\w")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"(Util|Utils|Helper|Helpers|Common|Manager|Shared|Infrastructure|Misc)(/|\.cs$)")]
    private static partial Regex Vague();
}
