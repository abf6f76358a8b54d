using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;
using Chartcast.App.Tests.Guide;

namespace Chartcast.App.Tests.Configuration;

public sealed class ServerOptionsReaderTests
{
    [Fact]
    public void Defaults_AreLoopbackAndTheGuidesPort()
    {
        ServerOptions options = Read([]);
        Assert.Equal("127.0.0.1", options.Host);
        Assert.Equal(3001, options.Port);
        Assert.Null(options.ChartImgApiKey);
        Assert.Equal("localhost", options.ShownHost);
    }

    [Fact]
    [GuideSentence("Environment Variables: CHART_IMG_API_KEY, PORT, NODE_ENV")]
    [GuideSentence("With custom port: PORT=3002")]
    public void Environment_IsRead()
    {
        ServerOptions options = Read([("PORT", "3002"), ("CHART_IMG_API_KEY", "abc"), ("NODE_ENV", "production")]);
        Assert.Equal(3002, options.Port);
        Assert.Equal("abc", options.ChartImgApiKey);
    }

    [Fact]
    [GuideSentence("No artificial limit on client connections")]
    public void Connections_AreUnlimited_UnlessTheEnvironmentSaysOtherwise()
    {
        Assert.Null(Read([]).MaximumConnections);
        Assert.Equal(200, Read([("CHARTCAST_MAX_CONNECTIONS", "200")]).MaximumConnections);
        Assert.Throws<ConfigurationException>(() => Read([("CHARTCAST_MAX_CONNECTIONS", "0")]));
    }

    [Fact]
    public void CommandLine_WinsOverEnvironment() =>
        Assert.Equal(5000, Read([("PORT", "3002")], new CommandLineSettings { Port = "5000" }).Port);

    [Fact]
    public void Faults_AreListedAllAtOnce_WithoutSecrets()
    {
        ConfigurationException exception = Assert.Throws<ConfigurationException>(() => Read(
        [
            ("PORT", "http"), ("CHARTCAST_TOKEN", "short"), ("CHART_IMG_BASE_URL", "ftp://x"),
            ("CHARTCAST_RETENTION_DAYS", "-1"), ("CHARTCAST_DATA_DIR", "/no/such/folder"),
            ("CHARTCAST_ALLOWED_ORIGINS", "nonsense"), ("CHARTCAST_ALLOWED_HOSTS", "http://x/"),
        ]));
        Assert.Equal(
            [
                "CHARTCAST_ALLOWED_HOSTS", "CHARTCAST_ALLOWED_ORIGINS", "CHARTCAST_DATA_DIR", "CHARTCAST_RETENTION_DAYS",
                "CHARTCAST_TOKEN", "CHART_IMG_BASE_URL", "PORT",
            ],
            exception.Faults.Select(fault => fault.Setting).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("short", exception.Message);
    }

    [Theory]
    [InlineData("http://api.chart-img.com")]
    [InlineData("https://user:pass@api.chart-img.com")]
    [InlineData("https://api.chart-img.com/?key=1")]
    public void BaseUrl_IsRefused_WhenTheKeyWouldLeak(string url) =>
        Assert.Throws<ConfigurationException>(() => Read([("CHART_IMG_BASE_URL", url)]));

    [Fact]
    public void OtherAddresses_NeedATokenAndHosts()
    {
        var open = new CommandLineSettings { Host = "0.0.0.0" };
        Assert.Equal(2, Assert.Throws<ConfigurationException>(() => Read([], open)).Faults.Count);
        Assert.Equal("0.0.0.0", Read([], open with { InsecureNoAuth = true, AllowedHosts = ["box"] }).Host);
        Assert.Equal(
            ["10.1.2.3"],
            Read([("CHARTCAST_TOKEN", "0123456789abcdef")], new CommandLineSettings { Host = "10.1.2.3" }).AllowedHosts);
    }

    [Fact]
    public void LegacySse_IsServedOnLoopback_UnlessSaidOtherwise()
    {
        var open = new CommandLineSettings { Host = "10.1.2.3", InsecureNoAuth = true };
        Assert.True(Read([]).LegacySse);
        Assert.False(Read([], open).LegacySse);
        Assert.True(Read([("CHARTCAST_LEGACY_SSE", "on")], open).LegacySse);
        Assert.False(Read([("CHARTCAST_LEGACY_SSE", "OFF")]).LegacySse);
        Assert.True(Read([("CHARTCAST_LEGACY_SSE", "off")], new CommandLineSettings { LegacySse = "on" }).LegacySse);
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => Read([], new CommandLineSettings { LegacySse = "maybe" }));
        Assert.Contains("on or off", exception.Message);
        Assert.Equal("--legacy-sse", Assert.Single(exception.Faults).Setting);
    }

    [Fact]
    public void ConformanceFixtures_AreOffByDefault_AndForLoopbackAlone()
    {
        var wanted = new CommandLineSettings { ConformanceFixtures = true };
        Assert.False(Read([]).ConformanceFixtures);
        Assert.True(Read([], wanted).ConformanceFixtures);
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => Read([("CHARTCAST_TOKEN", "0123456789abcdef")], wanted with { Host = "10.1.2.3" }));
        Assert.Equal("--conformance-fixtures", Assert.Single(exception.Faults).Setting);
    }

    [Fact]
    public void DataDirectory_IsRefused_WhenItIsAFile()
    {
        using var folder = new TemporaryFolder();
        folder.WriteBars("a.csv");
        ConfigurationException exception = Assert.Throws<ConfigurationException>(
            () => Read([], new CommandLineSettings { DataDirectory = folder.In("a.csv") }));
        Assert.Contains("FILE:a", exception.Message);
    }

    [Theory]
    [InlineData("XDG_DATA_HOME", "/xdg", false, "/xdg/chartcast")]
    [InlineData("HOME", "/home/u", false, "/home/u/.local/share/chartcast")]
    [InlineData("LOCALAPPDATA", "/local", true, "/local/chartcast")]
    public void StateDirectory_IsWhereThePlatformWantsIt(string name, string value, bool isWindows, string expected) =>
        Assert.Equal(
            expected,
            PlatformDirectories.StateDirectory(new Dictionary<string, string> { [name] = value }, isWindows).Replace('\\', '/'));

    private static ServerOptions Read((string Name, string Value)[] environment, CommandLineSettings? commandLine = null) =>
        ServerOptionsReader.Read(environment.ToDictionary(pair => pair.Name, pair => pair.Value), commandLine);
}
