using System.Text.Json;
using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;
using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers.ChartImg.Accounts;

namespace Chartcast.App.Tests.Tools;

/// <summary>The tools with a Chart-IMG key, before a stand-in.</summary>
public sealed class ChartImgToolTests
{
    [Fact]
    public async Task HealthCheck_TellsPlanAndQuota_AndNotTheKey()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await StartAsync(fake, "pro");
        await ContentAsync(app, "generate_chart", """{"symbol":"NASDAQ:AAPL","delivery":"none"}""");

        JsonElement health = await ContentAsync(app, "health_check", "{}");

        JsonElement chartImg = health.GetProperty("chartImg");
        Assert.Equal(
            ("pro", "configured", 1, 500, 499, "2026-01-16T00:00:00Z", false),
            (chartImg.GetProperty("plan").GetString(), chartImg.GetProperty("limitsFrom").GetString(),
                chartImg.GetProperty("usedToday").GetInt32(), chartImg.GetProperty("limitPerDay").GetInt32(),
                chartImg.GetProperty("leftToday").GetInt32(), chartImg.GetProperty("resetsAt").GetString(),
                chartImg.GetProperty("exhausted").GetBoolean()));
        Assert.DoesNotContain(FakeSettings.DefaultKey, health.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"symbol":"NASDAQ:AAPL","dryRun":true}""", "chart-img", 1, "")]
    [InlineData("""{"symbol":"NASDAQ:AAPL","width":1000,"dryRun":true}""", "local", 0, "plan basic")]
    [InlineData("""{"symbol":"NASDAQ:AAPL","width":1000,"provider":"chart-img","dryRun":true}""", "chart-img", 0, "would fail without a call")]
    [InlineData("""{"symbol":"NASDAQ:AAPL","width":1000,"allowClamp":true,"dryRun":true}""", "chart-img", 1, "800x480")]
    [InlineData("""{"symbol":"NASDAQ:AAPL","chartType":"step_line","dryRun":true}""", "local", 0, "step_line")]
    public async Task DryRun_TellsProviderQuotaAndClamps_AndCallsNobody(
        string arguments, string provider, int costs, string warning)
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await StartAsync(fake, "basic");

        JsonElement plan = await ContentAsync(app, "generate_chart", arguments);

        Assert.Equal(provider, plan.GetProperty("provider").GetString());
        Assert.Equal(costs, plan.GetProperty("quota").GetProperty("costs").GetInt32());
        Assert.Equal(50, plan.GetProperty("quota").GetProperty("leftToday").GetInt32());
        Assert.Contains(warning, plan.GetProperty("warnings").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, fake.State.CallCount);
    }

    [Fact]
    public async Task Symbols_AreTradingViews_WithAKeyAndAnExchange()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        await using TestApp app = await StartAsync(fake, "ultra");

        JsonElement funds = await ContentAsync(app, "get_available_symbols", """{"exchange":"NASDAQ","type":"fund"}""");
        JsonElement apple = await ContentAsync(app, "get_available_symbols", """{"exchange":"nasdaq","search":"apple"}""");
        JsonElement nowhere = await ContentAsync(app, "get_available_symbols", """{"exchange":"NOWHERE"}""");

        Assert.Equal("NASDAQ:QQQ", Assert.Single(funds.GetProperty("symbols").EnumerateArray()).GetProperty("symbol").GetString());
        Assert.Equal("NASDAQ:AAPL", Assert.Single(apple.GetProperty("symbols").EnumerateArray()).GetProperty("symbol").GetString());
        Assert.Contains("BINANCE", nowhere.GetProperty("exchanges").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(3, fake.State.CallCount);
    }

    [Fact]
    public async Task Symbols_AreTheFeeds_WithoutAKey()
    {
        await using TestApp app = await TestApp.StartAsync();
        JsonElement found = await ContentAsync(app, "get_available_symbols", """{"exchange":"FILE"}""");
        Assert.Equal("FILE:prices", Assert.Single(found.GetProperty("symbols").EnumerateArray()).GetProperty("symbol").GetString());
    }

    private static Task<TestApp> StartAsync(ChartImgFakeServer fake, string plan) =>
        TestApp.StartAsync(options => options with
        {
            ChartImgApiKey = FakeSettings.DefaultKey,
            ChartImgBaseUrl = fake.Address,
            ChartImg = new ChartImgSettings { Limits = AccountPlans.Find(plan)! },
        });

    private static async Task<JsonElement> ContentAsync(TestApp app, string tool, string arguments)
    {
        JsonElement answer = await app.CallAsync(tool, arguments);
        Assert.True(answer.TryGetProperty("result", out JsonElement result), answer.GetRawText());
        return result.GetProperty("structuredContent");
    }
}
