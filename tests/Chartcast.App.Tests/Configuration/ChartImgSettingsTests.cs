using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Configuration;

public sealed class ChartImgSettingsTests
{
    [Theory]
    [InlineData("basic", 1, 3, 50, 800, 600, 3)]
    [InlineData("PRO", 10, 15, 500, 1920, 1080, 5)]
    [InlineData("enterprise", 35, 50, 5_000, 2048, 1920, 50)]
    public void Plan_SetsEveryLimit(
        string plan, int perSecond, int burst, int perDay, int width, int height, int parameters)
    {
        var limits = Read(("CHART_IMG_PLAN", plan)).Limits;
        Assert.Equal((perSecond, burst, perDay), (limits.PerSecond, limits.Burst, limits.PerDay));
        Assert.Equal((width, height, parameters), (limits.MaximumWidthPx, limits.MaximumHeightPx, limits.MaximumParameters));
    }

    [Fact]
    public void SingleLimits_WinOverThePlan()
    {
        var limits = Read(
            ("CHART_IMG_PLAN", "pro"), ("CHART_IMG_PER_DAY", "700"), ("CHART_IMG_MAX_SIZE", "1000x900"),
            ("CHART_IMG_MAX_PARAMETERS", "7")).Limits;
        Assert.Equal((700, 10, 1000, 900, 7), (
            limits.PerDay, limits.PerSecond, limits.MaximumWidthPx, limits.MaximumHeightPx, limits.MaximumParameters));
    }

    [Theory]
    [InlineData("CHART_IMG_PLAN", "gold")]
    [InlineData("CHART_IMG_PER_SECOND", "0")]
    [InlineData("CHART_IMG_BURST", "many")]
    [InlineData("CHART_IMG_PER_DAY", "-1")]
    [InlineData("CHART_IMG_MAX_SIZE", "800*600")]
    [InlineData("CHART_IMG_MAX_PARAMETERS", "1.5")]
    [InlineData("CHART_IMG_CACHE_MB", "x")]
    [InlineData("TRADINGVIEW_SESSION_ID", "alone")]
    public void WrongSettings_AreNamed(string name, string value)
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(() => Read((name, value)));
        Assert.StartsWith(name, Assert.Single(exception.Faults).Setting, StringComparison.Ordinal);
    }

    [Fact]
    public void Session_IsASecret_OfBothCookies()
    {
        ServerOptions options = ReadAll(
            [("TRADINGVIEW_SESSION_ID", "one-secret"), ("TRADINGVIEW_SESSION_ID_SIGN", "two-secret")], new());
        Assert.Equal(["one-secret", "two-secret"], options.Secrets);
        Assert.DoesNotContain("secret", options.ChartImg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void RecordAndReplay_NeedFolders_AndExcludeEachOther()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(folder.Path, ReadAll([], new() { RecordDirectory = folder.Path }).ChartImg.RecordDirectory);
        Assert.Throws<ConfigurationException>(() => ReadAll([], new() { ReplayDirectory = folder.In("nowhere") }));
        Assert.Throws<ConfigurationException>(() => ReadAll(
            [], new() { RecordDirectory = folder.Path, ReplayDirectory = folder.Path }));
    }

    private static ChartImgSettings Read(params (string Name, string Value)[] environment) =>
        ReadAll(environment, new()).ChartImg;

    private static ServerOptions ReadAll((string Name, string Value)[] environment, CommandLineSettings commandLine) =>
        ServerOptionsReader.Read(
            environment.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal), commandLine);
}
