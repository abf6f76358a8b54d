using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary><c>POST /v2/tradingview/layout-chart/{id}</c> and <c>…/storage/{id}</c>, over layouts of files.</summary>
public sealed class LayoutChartTests : IDisposable
{
    private const string Root = "/v2/tradingview/layout-chart/";
    private const string Id = "AbCd1234";
    private const string NotFound = """{"message":"Not Found"}""";
    private const string Broken = """{"message":"Something Went Wrong"}""";

    private readonly TemporaryFolder _layouts = new();

    public void Dispose() => _layouts.Dispose();

    [Fact]
    public async Task Layout_DrawsWhatItsFileSays_WithoutABody()
    {
        Write("""
            {"symbol":"DEMO:BTC","interval":"4h","theme":"dark","width":1000,"height":700,
            "studies":[{"name":"Volume","forceOverlay":true},{"name":"Relative Strength Index"}], // our own
            "drawings":[{"name":"Horizontal Line","input":{"price":500}}],}
            """);
        await using TestApp app = await StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(app, Root + Id, null);
        answer.IsImage(1000, 700);
        Looked.At("layout", answer);
        ChartRequest request = (await AdvancedChartTests.RecordAsync(app, answer)).Request;
        Assert.Equal(("DEMO:BTC", "4h", "dark", 2, 1), (
            request.Symbol.ToString(), request.Interval.ToString(), request.Theme, request.Studies.Count,
            request.Appearance.Drawings.Count));
    }

    [Fact]
    public async Task Body_WinsOverTheLayout()
    {
        Write("""{"symbol":"DEMO:BTC","range":"3M","width":1000,"studies":[{"name":"MACD"}]}""");
        await using TestApp app = await StartAsync();
        ApiAnswer answer = await ApiAnswer.PostAsync(
            app, Root + Id,
            """{"symbol":"NASDAQ:GOOG","interval":"15m","width":1280,"height":720,"format":"jpeg","watermark":"ACME"}""",
            ("tradingview-session-id", "s"), ("tradingview-session-id-sign", "v"));
        answer.IsImage(1280, 720, "image/jpeg");
        ChartRequest request = (await AdvancedChartTests.RecordAsync(app, answer)).Request;
        Assert.Equal(("NASDAQ:GOOG", "15m", null, "ACME"), (
            request.Symbol.ToString(), request.Interval.ToString(), request.Range, request.Appearance.Watermark!.Text));
        Assert.Equal("MACD", Assert.Single(request.Studies).Listing.Name);
    }

    [Fact]
    public async Task NamedRange_OfTheLayout_StaysUntilTheBodyNamesAnInterval()
    {
        Write("""{"symbol":"DEMO:BTC","range":"3M"}""");
        await using TestApp app = await StartAsync();
        ChartRequest request = await RequestAsync(app, """{"symbol":"DEMO:ETH"}""");
        Assert.Equal(("3M", "1h"), (request.Range, request.Interval.ToString()));
        request = await RequestAsync(app, """{"resetZoom":true}""");
        Assert.Equal((null, "1D"), (request.Range, request.Interval.ToString()));
    }

    [Theory]
    [InlineData("""{"zoomIn":1}""", 104, 30, 0)]
    [InlineData("""{"zoomOut":2}""", 143, 30, 0)]
    [InlineData("""{"zoomIn":25}""", 8, 30, 0)]
    [InlineData("""{"moveLeft":5}""", null, 35, 0)]
    [InlineData("""{"moveRight":50}""", null, 0, 20)]
    [InlineData("""{"moveLeft":3,"moveRight":3}""", null, 30, 0)]
    [InlineData("""{"resetZoom":true}""", null, 0, 0)]
    [InlineData("""{"resetZoom":true,"zoomOut":1,"moveLeft":5}""", 129, 5, 0)]
    public async Task View_ZoomsAndMoves(string body, int? bars, int shiftLeft, int shiftRight)
    {
        Write("""{"symbol":"DEMO:BTC","shiftLeft":30}""");
        await using TestApp app = await StartAsync();
        ChartRequest request = await RequestAsync(app, body);
        Assert.Equal((bars, shiftLeft, shiftRight), (
            request.BarCount, request.Appearance.ShiftLeftBars, request.Appearance.ShiftRightBars));
    }

    [Fact]
    public async Task View_ZoomsFixedDates_FromTheirEnd()
    {
        Write("""{"symbol":"DEMO:BTC","range":{"from":"2025-10-01T00:00:00.000Z","to":"2026-01-09T00:00:00.000Z"}}""");
        await using TestApp app = await StartAsync();
        ChartRequest request = await RequestAsync(app, """{"zoomIn":1}""");
        Assert.Equal(new DateTimeOffset(2025, 10, 11, 0, 0, 0, TimeSpan.Zero), request.From);
        Assert.Equal(new DateTimeOffset(2026, 1, 9, 0, 0, 0, TimeSpan.Zero), request.To);
    }

    [Theory]
    [InlineData("""{"width":399}""", "width")]
    [InlineData("""{"interval":"1d"}""", "interval")]
    [InlineData("""{"symbol":"GOOG"}""", "symbol")]
    [InlineData("""{"format":"svg"}""", "format")]
    [InlineData("""{"resetZoom":"yes"}""", "resetZoom")]
    [InlineData("""{"zoomIn":26}""", "zoomIn")]
    [InlineData("""{"zoomOut":0}""", "zoomOut")]
    [InlineData("""{"moveLeft":51}""", "moveLeft")]
    [InlineData("""{"moveRight":1.5}""", "moveRight")]
    [InlineData("""{"watermark":"A","watermarkSize":17}""", "watermarkSize")]
    public async Task WrongFields_AreToldByName_WhetherTheLayoutExistsOrNot(string body, string param)
    {
        Write("""{"symbol":"DEMO:BTC"}""");
        await using TestApp app = await StartAsync();
        foreach (string id in new[] { Id, "nowhere1" })
        {
            ApiAnswer answer = await ApiAnswer.PostAsync(app, Root + id, body);
            Assert.Equal(422, answer.Status);
            Assert.Equal(param, Assert.Single(answer.Json.EnumerateArray()).GetProperty("param").GetString());
        }
    }

    [Fact]
    public async Task KeysOfOtherEndpoints_AreIgnored()
    {
        Write("""{"symbol":"DEMO:BTC"}""");
        await using TestApp app = await StartAsync();
        ChartRequest request = await RequestAsync(
            app, """{"theme":"dark","studies":[{"name":"RSI"}],"drawings":5,"override":true,"range":"1D","shiftLeft":9}""");
        Assert.Equal(("light", 0, null), (request.Theme, request.Studies.Count, request.Range));
    }

    [Theory]
    [InlineData("nowhere1")]
    [InlineData("..%2fsecret")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("AbCd1234.json")]
    [InlineData("AbCd%201234")]
    [InlineData("linked12")]
    [InlineData("folder12")]
    [InlineData("empty123")]
    public async Task UnknownLayout_IsNotFound(string id)
    {
        Write("""{"symbol":"DEMO:BTC"}""");
        using var outside = new TemporaryFolder();
        File.WriteAllText(outside.In("secret.json"), """{"symbol":"DEMO:BTC"}""");
        File.CreateSymbolicLink(_layouts.In("linked12.json"), outside.In("secret.json"));
        Directory.CreateDirectory(_layouts.In("folder12.json"));
        File.WriteAllText(_layouts.In("empty123.json"), "");
        await using TestApp app = await StartAsync();
        (await ApiAnswer.PostAsync(app, Root + id, "{}")).IsError(404, NotFound);
    }

    [Fact]
    public async Task NoFolder_HasNoLayouts()
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.PostAsync(app, Root + Id, "{}")).IsError(404, NotFound);
    }

    [Theory]
    [InlineData("nothing", "no JSON")]
    [InlineData("[1]", "no JSON object")]
    [InlineData("""{"studies":[{"name":"RSI"}]}""", "studies[0].name")]
    [InlineData("""{"interval":"1d"}""", "interval")]
    [InlineData("""{"theme":"dark","theme":"light"}""", "a name twice")]
    public async Task BrokenLayout_IsSomethingWentWrong_AndTheLogSaysWhy(string layout, string reason)
    {
        Write(layout);
        await using TestApp app = await StartAsync();
        (await ApiAnswer.PostAsync(app, Root + Id, "{}")).IsError(500, Broken);
        Assert.Contains(reason, app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateLayout_IsForbidden_WithoutASession()
    {
        Write("""{"private":true,"symbol":"DEMO:BTC"}""");
        await using TestApp app = await StartAsync();
        (await ApiAnswer.PostAsync(app, Root + Id, "{}")).IsError(403, """{"message":"Layout Forbidden"}""");
        (await ApiAnswer.PostAsync(
            app, Root + Id, "{}", ("tradingview-session-id", "s"), ("tradingview-session-id-sign", "v"))).IsImage(800, 600);
        (await ApiAnswer.PostAsync(app, Root + Id, "{}", ("tradingview-session-id", "s4711")))
            .IsError(403, """{"message":"Layout Forbidden"}""");
        Assert.DoesNotContain("s4711", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Size_BeyondThePlan_IsAResolutionLimit()
    {
        Write("""{"symbol":"DEMO:BTC"}""");
        await using TestApp app = await StartAsync();
        (await ApiAnswer.PostAsync(app, Root + Id, """{"height":5000}"""))
            .IsError(403, """{"message":"Exceed Max Usage Resolution Limit (4096x4096)"}""");
    }

    [Fact]
    public async Task Storage_StandsBeforeTheId_AndTellsTheSize()
    {
        Write("""{"symbol":"DEMO:BTC"}""");
        await using TestApp app = await StartAsync();
        const string Body = """{"width":800,"height":600,"format":"png","resetZoom":true,"zoomOut":1,"moveLeft":5}""";
        ApiAnswer answer = await ApiAnswer.PostAsync(app, Root + "storage/" + Id, Body);
        Assert.Equal(["url", "etag", "size", "expire"], answer.Json.EnumerateObject().Select(member => member.Name));
        ApiAnswer picture = await ApiAnswer.GetAsync(app, new Uri(answer.Json.GetProperty("url").GetString()!).AbsolutePath);
        Assert.Equal(answer.Json.GetProperty("size").GetInt32(), picture.Bytes.Length);
        Assert.Equal((await ApiAnswer.PostAsync(app, Root + Id, Body)).Bytes, picture.Bytes);
        (await ApiAnswer.PostAsync(app, Root + Id + "/storage", Body)).IsError(404, """{"message":"Route Not Found"}""");
    }

    private Task<TestApp> StartAsync() => TestApp.StartAsync(options => options with
    {
        Demo = true,
        ChartImgApi = options.ChartImgApi with { LayoutDirectory = _layouts.Path },
    });

    private void Write(string layout) => File.WriteAllText(_layouts.In(Id + ".json"), layout);

    private static async Task<ChartRequest> RequestAsync(TestApp app, string body)
    {
        ApiAnswer answer = await ApiAnswer.PostAsync(app, Root + Id, body);
        answer.IsImage(800, 600);
        return (await AdvancedChartTests.RecordAsync(app, answer)).Request;
    }
}
