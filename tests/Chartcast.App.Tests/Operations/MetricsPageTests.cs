using Chartcast.App.Tests.Doubles;
using Chartcast.ChartImgFake;

namespace Chartcast.App.Tests.Operations;

/// <summary>The table of metrics in docs/operations.md is what the server tells.</summary>
public sealed class MetricsPageTests
{
    private const string RenewVariable = "CHARTCAST_RENEW_SNAPSHOTS";
    private const string Begin = "<!-- metrics: written by MetricsPageTests -->\n";
    private const string End = "<!-- metrics end -->\n";

    private static readonly string PagePath = Path.Combine(Root(), "docs", "operations.md");

    [Fact]
    public async Task Table_IsAsTheServerTellsIt()
    {
        string page = await File.ReadAllTextAsync(PagePath, TestContext.Current.CancellationToken);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin > Begin.Length && end > begin, $"docs/operations.md has no lines {Begin}… {End}");
        string expected = page[..begin] + await TableAsync() + page[end..];
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1") await File.WriteAllTextAsync(PagePath, page = expected, TestContext.Current.CancellationToken);
        Assert.True(page == expected, $"docs/operations.md is not what the server tells: run this test with {RenewVariable}=1.");
    }

    private static async Task<string> TableAsync()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await MetricsTests.StartAsync(fake);
        // Of every kind once, so that every metric and label is told: a call, a fallback and a failure.
        await app.CallAsync("generate_chart", """{"symbol":"NASDAQ:AAPL","delivery":"none"}""");
        fake.State.Script(FakeFault.Forbidden, FakeFault.NotImplemented);
        await app.CallAsync("generate_chart", """{"symbol":"LOCAL:PRICES","delivery":"none"}""");
        await app.CallAsync("generate_chart", """{"symbol":"NO:SUCH","delivery":"none"}""");
        Exposition read = await MetricsTests.ScrapeAsync(app);
        IEnumerable<string> rows = read.Families.OrderBy(family => family.Name, StringComparer.Ordinal).Select(family =>
            $"| `{family.Name}` | {family.Type} | {LabelsOf(family)} | {family.Help} |\n");
        return "| Metric | Kind | Labels | Meaning |\n|---|---|---|---|\n" + string.Concat(rows);
    }

    private static string LabelsOf(Family family) => string.Join(' ', family.Samples.SelectMany(sample => sample.Labels)
        .Select(label => label.Name).Distinct().Where(name => name != "le").Select(name => $"`{name}`"));

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chartcast.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("Chartcast.slnx is in no folder above the tests: run them from a checkout.");
    }
}
