using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>Who may call, and how a key travels in each version.</summary>
public sealed class ApiKeyTests
{
    private const string Key = "key-of-the-bot-4711";
    private const string Forbidden = """{"message":"Forbidden"}""";
    private const string V1 = "/v1/tradingview/mini-chart";
    private const string V3 = "/v3/tradingview/exchange/list";

    [Theory]
    [InlineData("POST", ApiAnswer.AdvancedPath, "x-api-key", Key, 200)]
    [InlineData("POST", ApiAnswer.AdvancedPath, "Authorization", "Bearer " + Key, 403)]
    [InlineData("POST", ApiAnswer.AdvancedPath + "?key=" + Key, "x-nothing", "1", 403)]
    [InlineData("POST", ApiAnswer.AdvancedPath, "x-api-key", Key + "x", 403)]
    [InlineData("POST", ApiAnswer.AdvancedPath, "x-api-key", "", 403)]
    [InlineData("POST", ApiAnswer.AdvancedPath, "x-nothing", "1", 403)]
    [InlineData("GET", V1, "Authorization", "Bearer " + Key, 200)]
    [InlineData("GET", V1 + "?key=" + Key, "x-nothing", "1", 200)]
    [InlineData("GET", V1, "x-api-key", Key, 403)]
    [InlineData("GET", V1 + "?key=wrong", "x-nothing", "1", 403)]
    [InlineData("GET", V1 + "?key=" + Key + "&key=" + Key, "x-nothing", "1", 403)]
    [InlineData("GET", V1, "x-nothing", "1", 403)]
    [InlineData("GET", V3, "x-api-key", Key, 200)]
    [InlineData("GET", V3 + "?key=" + Key, "x-nothing", "1", 200)]
    [InlineData("GET", V3, "Authorization", "Bearer " + Key, 403)]
    [InlineData("GET", V3, "x-nothing", "1", 403)]
    public async Task Key_TravelsByTheRuleOfItsVersion(string method, string path, string header, string value, int status)
    {
        await using TestApp app = await StartAsync();
        ApiAnswer answer = await ApiAnswer.SendAsync(app, new HttpMethod(method), path, null, (header, value));
        Assert.Equal(status, answer.Status);
        if (status == 403) answer.IsError(403, Forbidden);
    }

    [Theory]
    [InlineData("x-nothing", "1")]
    [InlineData("x-api-key", "anything")]
    public async Task NoKey_IsAskedFor_ByDefault(string header, string value)
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        Assert.Equal(200, (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", (header, value))).Status);
    }

    [Fact]
    public async Task Key_IsNowhereInLogsHistoryOrAnswers_AndItsNameIsTheClients()
    {
        await using TestApp app = await StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"key":1}""", ("x-api-key", Key));
        answer.IsImage(800, 600);
        Generation.Requests.ChartRecord record = await AdvancedChartTests.RecordAsync(app, answer);
        Assert.Equal(("bot", "chart-img-key:bot"), (record.Caller.ClientId, record.Caller.Owner));
        await ApiAnswer.GetAsync(app, V1 + "?key=" + Key);
        await ApiAnswer.GetAsync(app, V1 + "?symbol=NO&key=" + Key);
        Assert.DoesNotContain(Key, app.Log.Text, StringComparison.Ordinal);
        Assert.Contains(Key, app.Engine.Options.Secrets);
        foreach (string file in Directory.EnumerateFiles(app.Engine.Options.StateDirectory, "chartcast.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.Equal(-1, copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Key)));
        }
    }

    [Fact]
    public async Task ServersToken_GuardsTheApi_UntilItHasKeysOfItsOwn()
    {
        const string Token = "0123456789abcdef-token";
        await using (TestApp app = await TestApp.StartAsync(options => options with { Demo = true, Token = Token }))
        {
            Assert.Equal(401, (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", ("x-api-key", Key))).Status);
            Assert.Equal(200, (await ApiAnswer.PostAsync(
                app, ApiAnswer.AdvancedPath, "{}", ("Authorization", "Bearer " + Token))).Status);
        }

        await using (TestApp app = await StartAsync(options => options with { Token = Token }))
        {
            Assert.Equal(200, (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", ("x-api-key", Key))).Status);
            (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}", ("Authorization", "Bearer " + Token)))
                .IsError(403, Forbidden);
            // The key opens nothing else.
            Assert.Equal(401, (await ApiAnswer.GetAsync(app, "/charts/req_1.png", ("x-api-key", Key))).Status);
            Assert.Equal(401, (await ApiAnswer.GetAsync(app, "/mcp/health", ("Authorization", "Bearer " + Key))).Status);
        }
    }

    [Fact]
    public async Task UnknownPath_IsToldBeforeTheKeyIsLookedAt()
    {
        await using TestApp app = await StartAsync();
        (await ApiAnswer.PostAsync(app, "/v2/nothing", null)).IsError(404, """{"message":"Route Not Found"}""");
    }

    private static Task<TestApp> StartAsync(Func<ServerOptions, ServerOptions>? change = null) =>
        TestApp.StartAsync(options => (change?.Invoke(options) ?? options) with
        {
            Demo = true,
            ChartImgApi = options.ChartImgApi with
            {
                Keys =
                [
                    new ApiKey("another-key-0815", "other", ApiPlan.Unlimited),
                    new ApiKey(Key, "bot", ApiPlan.Unlimited),
                ],
            },
        });
}
