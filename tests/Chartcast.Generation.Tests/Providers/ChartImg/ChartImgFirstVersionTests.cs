using System.Net;
using Chartcast.ChartImgFake;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.QueryCharts;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

/// <summary>What v2 lacks is asked of v1, and nothing else is.</summary>
public sealed class ChartImgFirstVersionTests
{
    public static TheoryData<string> Codes => [.. QueryChartReader.Codes.Where(code => code != "VOL")];

    // Reference part 4.4
    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_IsSaidAsItWasRead(string code)
    {
        IReadOnlyList<StudySpec> studies = QueryChartReader.ReadAdvanced(
            new Dictionary<string, IReadOnlyList<string>> { ["studies"] = [code] }, null).Studies;
        var faults = new List<FieldFault>();

        string said = StudyCodeForm.Write(Assert.Single(studies), "indicators[0]", faults);

        Assert.Empty(faults);
        Assert.Equal(code, said.Split(':')[0]);
        IReadOnlyList<StudySpec> again = QueryChartReader.ReadAdvanced(
            new Dictionary<string, IReadOnlyList<string>> { ["studies"] = [said] }, null).Studies;
        Assert.Equal(studies[0].Inputs, again[0].Inputs);
        Assert.Equal(studies[0].Overrides, again[0].Overrides);
    }

    // Reference parts 4.2 (not in v2 at all) and 4.4
    [Theory]
    [InlineData("""{"name":"Volatility Stop","input":{"length":10,"source":"hlc3","multiplier":2.5}}""", "VSTOP:10,hlc3,2.5")]
    [InlineData("""{"name":"Pivot Points Standard","input":{"kind":"Camarilla"}}""", "PPS:Camarilla,Auto,15")]
    [InlineData("""{"name":"Pivot Points High Low","input":{"left":4,"right":6}}""", "PPHL:4,6")]
    [InlineData("""{"name":"Relative Volatility Index"}""", "RVI:10")]
    [InlineData("""{"name":"Moon Phases"}""", "MP")]
    [InlineData(
        """{"name":"VWAP Auto Anchored","input":{"anchor":"Lowest Low","length":50,"showBands2":true}}""",
        "VWAPAA:Lowest Low,hlc3,50,1,2,3,true,false")]
    [InlineData(
        """{"name":"Correlation Coefficient","input":{"symbol":"nasdaq:qqq","length":30}}""", "CC:NASDAQ:QQQ,close,30")]
    [InlineData(
        """{"name":"VWAP Bands","input":{"anchor":"Week"},"override":{"Upper.visible":false,"Lower.visible":false,"Plots Background.visible":false}}""",
        "VWAP:Week,hlc3")]
    public async Task Study_ThatV1AloneHas_IsAskedOfV1_WithTheOthers(string study, string code)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartProduct product = await harness.DrawAsync(
            $$"""
            {"symbol":"NASDAQ:AAPL","interval":"4h","theme":"dark","timezone":"Europe/Berlin","chartType":"hollow_candle",
            "indicators":[{"type":"sma","period":50},{{study}}]}
            """);

        FakeCall call = Assert.Single(harness.Fake.State.Calls);
        Assert.Equal(("GET", "/v1/tradingview/advanced-chart", ""), (call.Method, call.Path, call.Body));
        Assert.Equal(
            "?symbol=NASDAQ:AAPL&interval=4h&theme=dark&width=800&height=600&format=png&style=hollowCandle"
            + $"&timezone=Europe/Berlin&studies=MA:50,close&studies={code}",
            WebUtility.UrlDecode(call.Query));
        Assert.Contains(product.Report.Warnings, warning => warning.StartsWith("Drawn by v1", StringComparison.Ordinal));
        Assert.Equal(800, product.Image.WidthPx);
        Assert.Equal(1, harness.Account.Usage().Today);
    }

    // Reference part 2.2: v1 draws from 320x220, v2 from 400x300
    [Theory]
    [InlineData(320, 220, "/v1/tradingview/advanced-chart")]
    [InlineData(399, 600, "/v1/tradingview/advanced-chart")]
    [InlineData(400, 299, "/v1/tradingview/advanced-chart")]
    [InlineData(400, 300, "/v2/tradingview/advanced-chart")]
    public async Task SmallPicture_IsAskedOfV1_InItsExactSize(int width, int height, string path)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartProduct product = await harness.DrawAsync(
            $$"""{"symbol":"NASDAQ:AAPL","width":{{width}},"height":{{height}},"format":"jpeg"}""");
        Assert.Equal(path, Assert.Single(harness.Fake.State.Calls).Path);
        Assert.Equal((width, height), (product.Image.WidthPx, product.Image.HeightPx));
    }

    // Reference part 2.1
    [Theory]
    [InlineData("", "1M", 350, 220)]
    [InlineData(""","range":"5D","width":400,"height":300""", "5d", 400, 300)]
    [InlineData(""","range":"ALL","theme":"light" """, "ALL", 350, 220)]
    public async Task Mini_IsAskedOfItsOwnEndpoint(string arguments, string interval, int width, int height)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartProduct product = await harness.DrawAsync($$"""{"symbol":"BINANCE:BTCUSDT","mini":true{{arguments}}}""");
        FakeCall call = Assert.Single(harness.Fake.State.Calls);
        Assert.Equal("/v1/tradingview/mini-chart", call.Path);
        Assert.Equal(
            $"?symbol=BINANCE:BTCUSDT&interval={interval}&theme=light&width={width}&height={height}&format=png",
            WebUtility.UrlDecode(call.Query));
        Assert.Equal((width, height), (product.Image.WidthPx, product.Image.HeightPx));
    }

    [Theory]
    [InlineData("""{"symbol":"A:B","mini":true,"store":true}""", "/v1/tradingview/mini-chart/storage")]
    [InlineData("""{"symbol":"A:B","width":320,"store":true}""", "/v1/tradingview/advanced-chart/storage")]
    public async Task Storage_IsReadInTheShapeOfV1(string arguments, string path)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartProduct product = await harness.DrawAsync(arguments);
        Assert.Equal(path, Assert.Single(harness.Fake.State.Calls).Path);
        Assert.True(product.Report.Stored!.ExpiresAt > harness.Time.GetUtcNow());
    }

    // Reference part 1: v1 takes the key as a bearer token, and knows no TradingView session
    [Fact]
    public async Task Key_TravelsAsBearer_WithoutTheSession()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(session: "session-of-mine");
        await harness.DrawAsync("""{"symbol":"A:B","mini":true}""");
        FakeCall call = Assert.Single(harness.Fake.State.Calls);
        Assert.Equal(FakeSettings.DefaultKey, call.Key);
        Assert.Null(call.Session);
        Assert.DoesNotContain(FakeSettings.DefaultKey, call.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(
            harness.Log.Lines, line => line.Contains(FakeSettings.DefaultKey, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"drawings\":[{\"type\":\"horizontal_line\",\"price\":5}]", "drawings")]
    [InlineData("\"scale\":\"log\"", "scale")]
    [InlineData("\"override\":{\"showLegend\":false}", "override")]
    [InlineData("\"override\":{\"style\":{\"candleStyle.upColor\":\"#00ff00\"}}", "override")]
    [InlineData("\"override\":{\"priceRange\":{\"from\":1}}", "override")]
    [InlineData("\"shiftLeft\":5", "shiftLeft")]
    [InlineData("\"shiftRight\":5", "shiftRight")]
    [InlineData("\"compare\":[\"NASDAQ:MSFT\"]", "compare")]
    [InlineData("\"colors\":{\"background\":\"#101418\"}", "colors")]
    [InlineData("\"showVolume\":false", "showVolume")]
    [InlineData("\"showGrid\":false", "showGrid")]
    [InlineData("\"pixelRatio\":2", "pixelRatio")]
    [InlineData("\"interval\":\"6h\"", "interval")]
    [InlineData("\"bars\":50", "bars")]
    [InlineData("\"range\":{\"from\":\"2025-01-01\",\"to\":\"2025-02-01\"}", "range")]
    [InlineData("\"range\":\"WTD\"", "range")]
    [InlineData("\"range\":\"5Y\"", "range")]
    [InlineData("\"session\":\"extended\"", "session")]
    [InlineData("\"timezone\":\"Asia/Manila\"", "timezone")]
    [InlineData("\"chartType\":\"baseline\"", "chartType")]
    [InlineData("\"format\":\"svg\"", "format")]
    [InlineData("\"height\":200", "height")]
    [InlineData("\"watermark\":{\"text\":\"a\",\"size\":40}", "watermark.size")]
    public async Task Words_ThatV1DoesNotHave_AreRefused_BeforeACall(string argument, string field)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartError error = await harness.FailAsync(
            $$"""{"symbol":"NASDAQ:AAPL","indicators":[{"name":"Volatility Stop"}],{{argument}}}""");
        Assert.Equal(ChartErrorCode.InvalidArgument, error.Code);
        Assert.Equal(field, Assert.Single(error.Faults).Field);
        Assert.Contains("which alone has Volatility Stop", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, harness.Fake.State.CallCount);
        Assert.Equal(0, harness.Account.Usage().Today);
    }

    [Theory]
    [InlineData("""{"name":"Volatility Stop","override":{"Up.color":"#00ff00"}}""", "indicators[0].override.")]
    [InlineData("""{"name":"Relative Volatility Index","forceOverlay":true}""", "indicators[0].forceOverlay")]
    [InlineData("""{"name":"VWAP Bands"}""", "indicators[0].override.Upper.visible")]
    [InlineData("""{"name":"Moving Average","input":{"offset":3}}""", "indicators[0].input.offset")]
    [InlineData("""{"name":"Envelopes","input":{"in_1":3,"in_2":4}}""", "indicators[0].input.in_1")]
    [InlineData("""{"name":"Envelopes","input":{"in_3":"Weighted"}}""", "indicators[0].input.in_3")]
    [InlineData("""{"name":"Super Trend"}""", "indicators[0]")]
    [InlineData("""{"name":"Correlation Coefficient","input":{"symbol":"DEMO:X"}}""", "indicators[0].input.symbol")]
    [InlineData("""{"name":"Correlation Coefficient","input":{"symbol":"A:B/C:D"}}""", "indicators[0].input.symbol")]
    public async Task Study_ThatItsCodeCannotSay_IsRefused_BeforeACall(string study, string field)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        ChartError error = await harness.FailAsync(
            $$"""{"symbol":"NASDAQ:AAPL","indicators":[{{study}},{"name":"Pivot Points High Low"}]}""");
        Assert.StartsWith(field, error.Faults[0].Field, StringComparison.Ordinal);
        Assert.Equal(0, harness.Fake.State.CallCount);
    }

    // Reference part 2.1 to 2.2: v1 has no documented limit of studies, but the plan's limit of size
    [Fact]
    public async Task Plan_LimitsTheSizeOfV1_AndNotItsStudies()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(limits: AccountPlans.Find("basic"));
        await harness.DrawAsync(
            """
            {"symbol":"NASDAQ:AAPL","indicators":[{"name":"Volatility Stop"},{"type":"sma"},{"type":"ema"},{"type":"rsi"}]}
            """);
        ChartError error = await harness.FailAsync(
            """{"symbol":"NASDAQ:AAPL","width":1000,"indicators":[{"name":"Volatility Stop"}]}""");
        Assert.Equal("width", Assert.Single(error.Faults).Field);
        ChartProduct clamped = await harness.DrawAsync(
            """{"symbol":"NASDAQ:AAPL","width":350,"height":1000,"allowClamp":true}""");
        Assert.Equal((350, 600), (clamped.Image.WidthPx, clamped.Image.HeightPx));
        Assert.Equal(2, harness.Fake.State.CallCount);
    }

    // Reference part 6.4: the two shapes of v1's 422
    [Fact]
    public async Task UnknownSymbol_IsReadInTheShapeOfV1()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync(
            new FakeSettings { UnknownSymbols = new HashSet<string> { "NASDAQ:NOPE" } });
        ChartError error = await harness.FailAsync("""{"symbol":"NASDAQ:NOPE","mini":true}""");
        Assert.Equal(ChartErrorCode.UnknownSymbol, error.Code);
    }

    [Fact]
    public async Task SameCall_IsTakenFromTheCache_AndOthersAreNot()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        await harness.DrawAsync("""{"symbol":"A:B","mini":true}""");
        await harness.DrawAsync("""{"symbol":"A:B","mini":true,"range":"1M"}""");
        Assert.Equal(1, harness.Fake.State.CallCount);
        await harness.DrawAsync("""{"symbol":"A:B","mini":true,"range":"3M"}""");
        Assert.Equal(2, harness.Fake.State.CallCount);
    }
}
