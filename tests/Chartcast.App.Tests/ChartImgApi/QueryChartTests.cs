using System.Text.Json;
using Chartcast.App.Tests.Doubles;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Requests.QueryCharts;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>v1: <c>GET …/mini-chart</c> and <c>GET …/advanced-chart</c>, with and without <c>/storage</c>.</summary>
public sealed class QueryChartTests
{
    private const string Mini = "/v1/tradingview/mini-chart";
    private const string Advanced = "/v1/tradingview/advanced-chart";

    /// <summary>Every code of the documentation in its default form; what is not drawn here is apart.</summary>
    public static TheoryData<string> DefaultForms => [.. """
        ACCD|ADRB:9|AROON:14|ATR:14,RMA|AO|BB:20,close,2|BBR:20,close,2|BBW:20,close,2|CMF:20|CO:3,10|CMO:9,close
        CHOP:14|CCI:20,close|CRSI:3,2,100|CC:BINANCE:BTCUSDT,close,20|DPO:21,false|DMI:14,14|DONCH:20|DEMA:9|EOM:14,10000|EFI:13|EMA:9,close
        ENV:20,10,close,false|FISHER:9|HV:10|HMA:9,close|IC:9,26,52,26|KC:20,1,close,true range
        KST:10,15,20,30,10,10,10,15,9|MACD:12,26,close,9|MOM:10,close|MFI:14|MP|MA:9,close|OBV|PPHL:10,10
        PPS:Traditional,Auto,15|PPO:10,21,close|PVT|ROC:9,close|RSI:14,close|RVGI:10|RVI:10|SAR:0.02,0.02,0.2
        SMII:20,5,5|SMIO:20,5,5|STOCH:14,3,3|STOCHRSI:3,3,14,14,close|TEMA:9|TRIX:18|UO:7,14,28
        VSTOP:20,close,2|VWAP:Session,hlc3|VWMA:20,close|VWAPAA:Auto,hlc3,14,1,2,3,false,false|WMA:9,close|WA:13,8,5|WR:14,close|WF|ZZ
        """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [Fact]
    public async Task AdvancedDefaults_AreDark_WithVolume()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Advanced);
        answer.IsImage(800, 600);
        Looked.At("v1 advanced", answer);
        ChartRequest request = (await AdvancedChartTests.RecordAsync(app, answer)).Request;
        Assert.Equal(
            ("BINANCE:BTCUSDT", "1D", "dark", "Etc/UTC", true),
            (request.Symbol.ToString(), request.Interval.ToString(), request.Theme, request.TimeZoneId, request.ShowVolume));
    }

    [Fact]
    public async Task MiniDefaults_AreAMonthAsADarkArea()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Mini);
        answer.IsImage(350, 220);
        Looked.At("v1 mini", answer);
        ChartRequest request = (await AdvancedChartTests.RecordAsync(app, answer)).Request;
        Assert.Equal(
            ("BINANCE:BTCUSDT", "1M", "dark", ChartStyle.Area, false),
            (request.Symbol.ToString(), request.Range, request.Theme, request.Style, request.ShowVolume));
    }

    [Fact]
    public async Task SampleQuery_OfTheAuthorsClients_Draws()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(
            app, Advanced + "?symbol=BINANCE:ADAUSDT&interval=1h&theme=dark&studies=EMA:50&studies=EMA:200&studies=RSI");
        answer.IsImage(800, 600);
        Looked.At("v1 studies", answer);
        ChartRequest request = (await AdvancedChartTests.RecordAsync(app, answer)).Request;
        Assert.Equal(
            ["Moving Average Exponential", "Moving Average Exponential", "Relative Strength Index"],
            request.Studies.Select(study => study.Listing.Name));
        Assert.Equal([50d, 200d, 14d], request.Studies.Select(study => study.Inputs[0].Value));
    }

    [Theory]
    [InlineData(Advanced + "?width=320&height=220&format=jpeg&theme=light&style=heikinAshi&logo=false&range=YTD", 320, 220, "image/jpeg")]
    [InlineData(Advanced + "?width=1000&height=500&timezone=Asia/Tokyo&style=hollowCandle&interval=45m", 1000, 500, "image/png")]
    [InlineData(Mini + "?interval=5Y&width=500&height=300&theme=light&watermark=ACME&watermarkSize=32&watermarkOpacity=0.5", 500, 300, "image/png")]
    [InlineData(Mini + "?interval=1d&symbol=FX:EURUSD", 350, 220, "image/png")]
    [InlineData(Mini + "?interval=5d", 350, 220, "image/png")]
    [InlineData(Mini + "?interval=1w", 350, 220, "image/png")]
    [InlineData(Mini + "?interval=all&format=jpeg", 350, 220, "image/jpeg")]
    public async Task Parameters_AreThoseOfTheDocumentation(string path, int width, int height, string type)
    {
        await using TestApp app = await DemoAsync();
        (await ApiAnswer.GetAsync(app, path)).IsImage(width, height, type);
    }

    [Theory]
    [MemberData(nameof(DefaultForms))]
    public async Task StudyCode_DrawsInItsDefaultForm(string form)
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer full = await ApiAnswer.GetAsync(app, $"{Advanced}?symbol=DEMO:BTC&studies={Uri.EscapeDataString(form)}");
        full.IsImage(800, 600);
        ApiAnswer bare = await ApiAnswer.GetAsync(app, $"{Advanced}?symbol=DEMO:BTC&studies={form.Split(':')[0]}");
        Assert.Equal(full.Bytes, bare.Bytes);
        ApiAnswer plain = await ApiAnswer.GetAsync(app, $"{Advanced}?symbol=DEMO:BTC");
        Assert.NotEqual(plain.Bytes, full.Bytes);
    }

    [Fact]
    public void EveryCodeThatIsDrawn_IsTested() => Assert.Equal(
        QueryChartReader.Codes.Where(code => code != "VOL").Order(),
        DefaultForms.Select(row => row.Data.Split(':')[0]).Order());

    [Theory]
    [InlineData("SMII", "Oscillator")]
    [InlineData("SMIO", "Signal")]
    [InlineData("VWAP:Week", "Upper")]
    public async Task Codes_ThatShowPartOfAStudy_HideTheRest(string code, string plot)
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, $"{Advanced}?symbol=DEMO:BTC&studies={code}");
        answer.IsImage(800, 600);
        StudySpec study = Assert.Single((await AdvancedChartTests.RecordAsync(app, answer)).Request.Studies);
        Assert.False(study.Overrides[$"{plot}.visible"].Switch);
    }

    [Theory]
    [InlineData("CCI:20,hlc3")]
    [InlineData("ema:50")]
    [InlineData("VOL")]
    [InlineData("KC:20,2,close,range")]
    [InlineData("ENV:20,5,close,true")]
    [InlineData("MACD:,,,5")]
    [InlineData("VWAP:Decade")]
    [InlineData("CC:NASDAQ:QQQ,hlc3,50")]
    [InlineData("VWAPAA:Highest High,close,50,1,2,3,true,true")]
    public async Task StudyCode_TakesOtherArguments(string code)
    {
        await using TestApp app = await DemoAsync();
        (await ApiAnswer.GetAsync(app, $"{Advanced}?studies={code}")).IsImage(800, 600);
    }

    [Theory]
    [InlineData("/v1/tradingview/advanced-chart?interval=INVALID", "interval", "\"INVALID\"", "The field must be valid interval id.")]
    [InlineData("/v1/tradingview/mini-chart?interval=1h", "interval", "\"1h\"", "The field must be valid interval id.")]
    [InlineData("/v1/tradingview/advanced-chart?interval=8h", "interval", "\"8h\"", "The field must be valid interval id.")]
    [InlineData("/v1/tradingview/advanced-chart?interval=1h&interval=1D", "interval", "\"1h\"", "The field must be valid interval id.")]
    [InlineData("/v1/tradingview/advanced-chart?width=319", "width", "\"319\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?height=-220", "height", "\"-220\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?width=1e3", "width", "\"1e3\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?style=baseline", "style", "\"baseline\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?range=2Y", "range", "\"2Y\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?logo=maybe", "logo", "\"maybe\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?timezone=Nowhere/Land", "timezone", "\"Nowhere/Land\"", null)]
    [InlineData("/v1/tradingview/mini-chart?format=svg", "format", "\"svg\"", null)]
    [InlineData("/v1/tradingview/mini-chart?theme=Dark", "theme", "\"Dark\"", null)]
    [InlineData("/v1/tradingview/mini-chart?watermarkSize=17", "watermarkSize", "\"17\"", null)]
    [InlineData("/v1/tradingview/mini-chart?watermarkOpacity=NaN", "watermarkOpacity", "\"NaN\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=RSI&studies=NOPE:1", "studies[1]", "\"NOPE:1\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=VOL&studies=RSI:0", "studies[1]", "\"RSI:0\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=RSI:1e400", "studies[0]", "\"RSI:1e400\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=RSI:14,open", "studies[0]", "\"RSI:14,open\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=RSI:1,close,3", "studies[0]", "\"RSI:1,close,3\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=CC:AAPL", "studies[0]", "\"CC:AAPL\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=MP:1", "studies[0]", "\"MP:1\"", null)]
    [InlineData("/v1/tradingview/advanced-chart?studies=VWAPAA:Earnings", "studies[0]", "\"VWAPAA:Earnings\"", null)]
    public async Task WrongParameters_AreErrorsUnderErrors(string path, string param, string value, string? text)
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, path);
        Assert.True(answer.Status == 422, $"{answer.Status} {answer.Type}");
        JsonElement error = Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal(param, error.GetProperty("param").GetString());
        Assert.Equal("query", error.GetProperty("location").GetString());
        Assert.Equal(value, error.GetProperty("value").GetRawText());
        if (text is not null) Assert.Equal(text, error.GetProperty("msg").GetString());
    }

    [Theory]
    [InlineData("?symbol=NASDAQ:NOSUCH")]
    [InlineData("?symbol=NOSUCH")]
    [InlineData("?symbol=")]
    [InlineData("?symbol=a:b&symbol=c:d")]
    [InlineData("?symbol=..%2f..%2fetc%2fpasswd")]
    [InlineData("?symbol=A:B%0d%0aX:%20y")]
    public async Task UnknownSymbol_IsInvalidSymbol_InV1sWords(string query)
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.GetAsync(app, Advanced + query)).IsError(422, """{"error":"Invalid symbol."}""");
        (await ApiAnswer.GetAsync(app, Mini + query)).IsError(422, """{"error":"Invalid symbol."}""");
    }

    [Fact]
    public async Task UnknownSymbol_OfAStudy_IsInvalidSymbol()
    {
        await using TestApp app = await TestApp.StartAsync();
        (await ApiAnswer.GetAsync(app, Advanced + "?symbol=FILE:prices&studies=CC:NASDAQ:NOSUCH"))
            .IsError(422, """{"error":"Invalid symbol."}""");
    }

    [Theory]
    [InlineData("prices", "FILE:prices")]
    [InlineData("PRICES", "FILE:prices")]
    [InlineData("FILE:prices", "FILE:prices")]
    [InlineData("demo:btc", "DEMO:BTC")]
    public async Task BareSymbol_IsFoundAmongTheFeeds(string symbol, string found)
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, $"{Advanced}?symbol={symbol}");
        answer.IsImage(800, 600);
        Assert.Equal(found, (await AdvancedChartTests.RecordAsync(app, answer)).Request.Symbol.ToString());
    }

    [Fact]
    public async Task BareSymbol_IsSampleData_WithDemo()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Advanced + "?symbol=AAPL");
        Assert.Equal("sample", answer.Header("X-Chartcast-Source"));
    }

    [Fact]
    public async Task Size_BeyondThePlan_IsAResolutionLimit()
    {
        await using TestApp app = await DemoAsync();
        (await ApiAnswer.GetAsync(app, Advanced + "?width=4097"))
            .IsError(403, """{"message":"Exceed Max Usage Resolution Limit (4096x4096)"}""");
    }

    [Fact]
    public async Task UnknownParameters_AreIgnored_AndTheKeyIsNotKept()
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Advanced + "?key=secret-4711&zoom=3&theme=light");
        answer.IsImage(800, 600);
        ChartRequest request = (await AdvancedChartTests.RecordAsync(app, answer)).Request;
        Assert.Contains("zoom", Assert.Single(request.Warnings), StringComparison.Ordinal);
        Assert.Equal("""{"theme":"light"}""", request.ArgumentsJson);
        Assert.DoesNotContain("secret-4711", app.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Mini)]
    [InlineData(Advanced)]
    public async Task Storage_HasTheShapeOfV1(string path)
    {
        await using TestApp app = await DemoAsync();
        ApiAnswer answer = await ApiAnswer.GetAsync(app, path + "/storage?theme=light");
        Assert.Equal(
            ["url", "etag", "size", "expireAt", "createdAt", "cors"],
            answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-01-15T15:00:00.000Z", answer.Json.GetProperty("createdAt").GetString());
        Assert.Equal("2026-02-14T15:00:00.000Z", answer.Json.GetProperty("expireAt").GetString());
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("cors").ValueKind);
        ApiAnswer picture = await ApiAnswer.GetAsync(app, new Uri(answer.Json.GetProperty("url").GetString()!).AbsolutePath);
        Assert.Equal(answer.Json.GetProperty("size").GetInt32(), picture.Bytes.Length);
        Assert.Equal((await ApiAnswer.GetAsync(app, path + "?theme=light")).Bytes, picture.Bytes);
    }

    [Fact]
    public async Task Storage_SaysThatEveryPageMayRead_WhenEveryPageMayCall()
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true, AllowedOrigins = "*" });
        ApiAnswer answer = await ApiAnswer.GetAsync(app, Mini + "/storage");
        Assert.Equal("*", answer.Json.GetProperty("cors").GetString());
    }

    private static Task<TestApp> DemoAsync() => TestApp.StartAsync(options => options with { Demo = true });
}
