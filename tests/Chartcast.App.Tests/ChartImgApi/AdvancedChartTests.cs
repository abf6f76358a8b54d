using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary><c>POST /v2/tradingview/advanced-chart</c>: pictures of the asked size, errors in Chart-IMG's words.</summary>
public sealed class AdvancedChartTests
{
    private static Task<TestApp> DemoAsync() => TestApp.StartAsync(options => options with { Demo = true });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("{}")]
    public async Task Defaults_AreThoseOfV2_WithoutABody(string? body)
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
        answer.IsImage(800, 600);
        ChartRecord record = await RecordAsync(app, answer);
        Assert.Equal("BINANCE:BTCUSDT", record.Request.Symbol.ToString());
        Assert.Equal("Etc/UTC", record.Request.TimeZoneId);
        Assert.False(record.Request.ShowVolume);
    }

    [Theory]
    [InlineData("""{"width":400,"height":300}""", 400, 300, "image/png")]
    [InlineData("""{"width":1920,"height":1080,"format":"jpeg"}""", 1920, 1080, "image/jpeg")]
    [InlineData("""{"width":801.0,"height":601,"format":"png"}""", 801, 601, "image/png")]
    public async Task Image_HasExactlyTheAskedSizeAndFormat(string body, int width, int height, string type)
    {
        await using TestApp app = await DemoAsync();
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body)).IsImage(width, height, type);
    }

    [Fact]
    public async Task Symbol_OfADataFile_IsDrawnFromItsBars_AndKeptInTheHistory()
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath, """{"symbol":"FILE:prices"}""", ("X-Client-Id", "bot-1"));
        answer.IsImage(800, 600);
        Assert.Equal("csv", answer.Header("X-Chartcast-Source"));
        ChartRecord record = await RecordAsync(app, answer);
        Assert.Equal(new ChartCaller("bot-1", "chart-img-api"), record.Caller);
        Assert.Equal("local", record.Report!.Provider);
        IReadOnlyList<ChartRecord> recent = await app.Engine.Requests.RecentAsync(
            new RecentFilter(5, ClientId: "bot-1"), TestContext.Current.CancellationToken);
        Assert.Equal(record.RequestId, Assert.Single(recent).RequestId);
        using HttpResponseMessage again = await app.GetAsync($"/charts/{record.RequestId}.png");
        Assert.Equal(answer.Bytes, await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task DemoSymbols_WorkWithoutDemo_AndAreMarked()
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"DEMO:BTC"}""");
        answer.IsImage(800, 600);
        Assert.Equal("sample", answer.Header("X-Chartcast-Source"));
        Assert.True((await RecordAsync(app, answer)).Report!.Source!.Sample);
    }

    [Fact]
    public async Task EverySymbol_IsDrawnFromSampleData_WithDemo_AndMarked()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"NASDAQ:AAPL"}""");
        answer.IsImage(800, 600);
        Assert.Equal("sample", answer.Header("X-Chartcast-Source"));
        Assert.Contains((await RecordAsync(app, answer)).Report!.Warnings, text => text.Contains("made-up"));
    }

    [Theory]
    [InlineData("""{"symbol":"NASDAQ:AAPL"}""")]
    [InlineData("{}")]
    [InlineData("""{"symbol":"FILE:nowhere"}""")]
    [InlineData("""{"symbol":"(FILE:prices+NASDAQ:AAPL)/2"}""")]
    public async Task UnknownSymbol_IsInvalidSymbol(string body)
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body)).IsError(422, """{"message":"Invalid Symbol"}""");
    }

    [Fact]
    public async Task IntervalThatIsNotOffered_IsInvalidInterval()
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"FILE:prices","interval":"15m"}"""))
            .IsError(422, """{"message":"Invalid Interval"}""");
    }

    [Fact]
    public async Task RangeWithoutBars_IsInvalidRequest()
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath,
            """{"symbol":"FILE:prices","range":{"from":"1990-01-01T00:00:00.000Z","to":"1990-02-01T00:00:00.000Z"}}"""))
            .IsError(422, """{"message":"Invalid Request"}""");
    }

    [Fact]
    public async Task Formula_IsDrawn()
    {
        await using TestApp app = await DemoAsync();
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"(NASDAQ:MARA+NASDAQ:RIOT)/2"}"""))
            .IsImage(800, 600);
    }

    [Fact]
    public async Task Size_BeyondWhatIsDrawn_IsAResolutionLimit()
    {
        await using TestApp app = await DemoAsync();
        foreach (string size in new[] { "4097", "1e9", "99999999999999999999" })
        {
            (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, $$"""{"width":{{size}}}"""))
                .IsError(403, """{"message":"Exceed Max Usage Resolution Limit (4096x4096)"}""");
        }
    }

    [Fact]
    public async Task MoreThanFiftyStudiesAndDrawings_AreAParameterLimit()
    {
        await using TestApp app = await DemoAsync();
        string studies = string.Join(',', Enumerable.Repeat("""{"name":"Volume"}""", 51));
        (await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, $$"""{"studies":[{{studies}}]}"""))
            .IsError(403, """{"message":"Exceed Max Usage Parameter Limit (50)"}""");
    }

    [Fact]
    public async Task WrongFields_AreToldBeforeThePlansLimits()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, ApiAnswer.AdvancedPath, """{"width":9999,"interval":"1d"}""");
        Assert.Equal(422, answer.Status);
        Assert.Equal("interval", Assert.Single(answer.Json.EnumerateArray()).GetProperty("param").GetString());
    }

    [Fact]
    public async Task FullQueue_IsTooManyRequests_WithATimeToComeBack()
    {
        await using TestApp app = await DemoAsync();
        await app.Engine.Requests.DrainAsync(TestContext.Current.CancellationToken);
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, "{}");
        answer.IsError(429, """{"message":"Too Many Requests"}""");
        Assert.Equal("2", answer.Header("Retry-After"));
    }

    [Theory]
    [InlineData("GET", "/v2/tradingview/advanced-chart", "Route Not Found")]
    [InlineData("PUT", "/v2/tradingview/advanced-chart/storage", "Route Not Found")]
    [InlineData("POST", "/v2/tradingview/shared-layout", "Route Not Found")]
    [InlineData("POST", "/v2/tradingview/mini-chart", "Route Not Found")]
    [InlineData("GET", "/v3/tradingview/search/btc", "Route Not Found")]
    [InlineData("GET", "/v3/tradingview/exchanges", "Route Not Found")]
    [InlineData("POST", "/v1/tradingview/advanced-chart", "Route Not Found")]
    [InlineData("GET", "/v1/stock", "Route not found.")]
    public async Task UnknownPathOrMethod_IsRouteNotFound(string method, string path, string message)
    {
        await using TestApp app = await DemoAsync();
        (await ApiAnswer.SendAsync(app, new HttpMethod(method), path, null))
            .IsError(404, $$"""{"message":"{{message}}"}""");
    }

    internal static async Task<ChartRecord> RecordAsync(TestApp app, ApiAnswer answer) =>
        (await app.Engine.Requests.FindAsync(
            answer.Header("X-Chartcast-Request")!, TestContext.Current.CancellationToken))!;
}
