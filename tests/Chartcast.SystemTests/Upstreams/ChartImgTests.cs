using System.Text.Json;
using Chartcast.ChartImgFake;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Upstreams;

/// <summary>The whole program with a key, against a stand-in for Chart-IMG.</summary>
public sealed class ChartImgTests
{
    [Fact]
    public async Task Chart_ComesFromChartImg_WhenAKeyIsSet_AndTheKeyIsNowhere()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        using var state = new ScratchFolder();
        await using (ServerProcess server = await StartAsync(fake, state))
        {
            JsonElement health = await (await server.Http.GetAsync("mcp/health")).JsonAsync();
            Assert.True(health.GetProperty("chartServiceConfigured").GetBoolean());

            JsonElement chart = await server.DrawAsync("""{"symbol":"NASDAQ:AAPL","indicators":["rsi"]}""");

            Assert.Equal("chart-img", chart.GetProperty("provider").GetString());
            Assert.Equal(1, fake.State.CallCount);
            Assert.Equal(0, await server.StopAsync());
            Assert.DoesNotContain(FakeSettings.DefaultKey, server.Errors + server.Output, StringComparison.Ordinal);
        }

        byte[] key = System.Text.Encoding.UTF8.GetBytes(FakeSettings.DefaultKey);
        Assert.All(Directory.EnumerateFiles(state.Path, "*", SearchOption.AllDirectories),
            file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(key)));
    }

    [Fact]
    public async Task Failure_HasTheGuidesShape_WithTheUpstreamsWords_AndAFailedEvent()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        fake.State.Script(FakeFault.Forbidden);
        using var state = new ScratchFolder();
        await using ServerProcess server = await StartAsync(fake, state);
        await using EventReader events = await EventReader.OpenAsync(new Uri(server.Address, "mcp/events/watcher"));
        Assert.Equal("connection", (await events.NextAsync())!.Name);

        JsonElement answer = await server.CallToolAsync("generate_chart", """{"symbol":"NASDAQ:AAPL"}""");

        JsonElement error = answer.GetProperty("error");
        Assert.Equal(-32603, error.GetProperty("code").GetInt32());
        Assert.Equal("Tool execution error: Chart generation failed", error.GetProperty("message").GetString());
        Assert.StartsWith("Chart-IMG API error: ", error.GetProperty("data").GetString(), StringComparison.Ordinal);
        Assert.Equal("failed", (await events.UntilFinalAsync())[^1].Step);
    }

    private static Task<ServerProcess> StartAsync(ChartImgFakeServer fake, ScratchFolder state) =>
        ServerProcess.StartAsync(state.Path, environment: new Dictionary<string, string>
        {
            ["CHART_IMG_API_KEY"] = FakeSettings.DefaultKey,
            ["CHART_IMG_BASE_URL"] = fake.Address.ToString(),
        });
}
