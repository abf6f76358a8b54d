using System.Text.RegularExpressions;

namespace Chartcast.App.Tests.ChartImgApi.Coverage;

/// <summary>docs/chart-img-compatibility.md says what is, and every test it names is there.</summary>
public sealed class CoveragePageTests
{
    private const string RenewVariable = "CHARTCAST_RENEW_SNAPSHOTS";

    private static readonly string PagePath = Path.Combine(Root(), "docs", "chart-img-compatibility.md");

    [Fact]
    public void Page_IsAsTheCatalogueHasIt()
    {
        string page = File.ReadAllText(PagePath);
        int begin = page.IndexOf(CoveragePage.Begin, StringComparison.Ordinal);
        Assert.True(begin > 0, $"docs/chart-img-compatibility.md has no line {CoveragePage.Begin}");
        string expected = page[..begin] + CoveragePage.Write();
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1") File.WriteAllText(PagePath, expected);
        Assert.True(
            File.ReadAllText(PagePath) == expected,
            $"docs/chart-img-compatibility.md is not what the catalogue says: run this test with {RenewVariable}=1.");
    }

    [Fact]
    public void EveryTestThePageNames_IsThere()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !Regex.IsMatch(path, @"[/\\](bin|obj)[/\\]"))];
        string[] tests = [.. CoveragePage.Tests()];
        Assert.True(tests.Length > 30);
        string[] missing = [.. tests.Where(test => !files.Any(file => Has(file, test)))];
        Assert.True(missing.Length == 0, "No such test: " + string.Join(", ", missing));
    }

    [Theory]
    [InlineData("FieldTests.Field_ChangesThePicture", true)]
    [InlineData("FieldTests.BothBodiesAsync", false)]
    [InlineData("FieldTests.Field_ChangesThePictures", false)]
    [InlineData("NoTests.Field_ChangesThePicture", false)]
    public void Has_FindsTestsAlone(string test, bool isThere)
    {
        string folder = Path.Combine(Root(), "tests", "Chartcast.App.Tests", "ChartImgApi", "Coverage");
        Assert.Equal(isThere, Directory.EnumerateFiles(folder, "*Tests.cs").Any(file => Has(file, test)));
    }

    /// <summary>Whether a file is of the test's class and has a method of its name under a fact or theory.</summary>
    private static bool Has(string file, string test)
    {
        string[] parts = test.Split('.');
        if (Path.GetFileNameWithoutExtension(file) != parts[0]) return false;
        string text = File.ReadAllText(file);
        Match method = Regex.Match(text, $@"\n    public (?:async )?[\w<>]+ {parts[1]}\(");
        if (!method.Success) return false;
        // What stands between the end of the member before and the method are its attributes.
        string before = text[..method.Index];
        string attributes = before[(before.LastIndexOf("\n    }", StringComparison.Ordinal) + 1)..];
        return attributes.Contains("[Fact", StringComparison.Ordinal) || attributes.Contains("[Theory", StringComparison.Ordinal);
    }

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chartcast.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("Chartcast.slnx is in no folder above the tests.");
    }
}
