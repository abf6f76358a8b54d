using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Tests.Requests.AdvancedCharts;

namespace Chartcast.App.Tests.ChartImgApi;

/// <summary>What the documentation shows and public clients send, sent as it is: everything draws.</summary>
public sealed class DocumentedSampleTests
{
    public static TheoryData<string> Studies => [.. DocumentedBodies.StudyNames];

    public static TheoryData<string> Drawings => [.. DocumentedBodies.DrawingNames];

    /// <summary>The bodies of public clients, with their own symbols.</summary>
    public static TheoryData<string, string, int, int> Bodies => new()
    {
        {
            "volume on the price pane",
            """
            {"symbol":"CAPITALCOM:US100","interval":"4h","theme":"dark",
            "studies":[{"name":"Volume","forceOverlay":true}]}
            """,
            800, 600
        },
        {
            "restyled signal",
            """
            {"theme":"dark","interval":"1D","symbol":"NASDAQ:NVDA","override":{"showStudyLastValue":false},
            "studies":[{"name":"Volume","forceOverlay":true},{"name":"MACD",
            "override":{"Signal.linewidth":2,"Signal.color":"rgb(255,109,0)"}}]}
            """,
            800, 600
        },
        {
            "several averages",
            """
            {"symbol":"BINANCE:SOLUSDT","interval":"4h","theme":"dark","studies":[{"name":"Moving Average Multiple",
            "input":{"firstPeriods":7,"secondPeriods":25,"thirdPeriods":99,"method":"Exponential"}},{"name":"MACD"}]}
            """,
            800, 600
        },
        {
            "bands, averages and an oscillator",
            """
            {"symbol":"BYBIT:ETHUSDT.P","interval":"1h","height":600,"scale":"regular","timezone":"Etc/UTC",
            "format":"png","studies":[{"name":"Bollinger Bands","input":{"in_0":20,"in_1":2}},
            {"name":"Moving Average Double","input":{"firstPeriods":12,"secondPeriods":26,"method":"Simple"}},
            {"name":"Relative Strength Index","input":{"length":14,"smoothingLine":"SMA","smoothingLength":14}}]}
            """,
            800, 600
        },
        {
            "tall chart with fixed dates",
            """
            {"symbol":"NYSE:KO","interval":"1D","width":1600,"height":1920,"session":"regular",
            "timezone":"America/New_York","range":{"from":"2024-06-01T00:00:00.000Z","to":"2025-12-01T00:00:00.000Z"},
            "override":{"mainPaneHeight":860,"scalesFontSize":16,"showLegend":true,"showVertGrid":true,
            "showHorzGrid":true},"studies":[{"name":"Moving Average Exponential","forceOverlay":true,
            "input":{"length":20,"source":"close","offset":0},"override":{"Plot.linewidth":2,
            "Plot.color":"rgb(0,188,212)"}},{"name":"Chaikin Money Flow","input":{"in_0":21},
            "override":{"Zero.visible":true,"Zero.linestyle":2}}]}
            """,
            1600, 1920
        },
        {
            "trade set-up",
            """
            {"symbol":"OANDA:GBPUSD","interval":"1h","range":"5D","shiftRight":20,"drawings":[{"name":"Long Position",
            "input":{"startDatetime":"2026-01-13T08:00:00.000Z","entryPrice":1.312,"stopPrice":1.308,
            "targetPrice":1.321},"override":{"lineWidth":1,"showStats":false,
            "profitBackground":"rgba(34,197,94,0.3)","stopBackground":"rgba(242,54,69,0.3)"}}]}
            """,
            800, 600
        },
        {
            "price level",
            """
            {"symbol":"OANDA:XAUUSD","interval":"15m","theme":"dark","width":800,"height":600,"drawings":[{
            "name":"Horizontal Line","input":{"price":2650.5,"text":"TP1"},"override":{"lineColor":"rgb(0,200,83)",
            "textColor":"rgb(0,200,83)","fontSize":12,"lineWidth":2}}]}
            """,
            800, 600
        },
        {
            "zones",
            """
            {"symbol":"AMEX:SPY","interval":"1D","range":"3M","theme":"dark","width":800,"height":500,
            "studies":[{"name":"Volume"}],"drawings":[{"name":"Rectangle","input":{
            "startDatetime":"2026-01-02T14:30:00.000Z","startPrice":571.2,"endDatetime":"2026-01-09T14:30:00.000Z",
            "endPrice":574.9,"text":"+0.65%"},"override":{"showLabel":true,"lineColor":"rgb(184,134,11)",
            "backgroundColor":"rgba(184,134,11,0.2)","lineWidth":1}}]}
            """,
            800, 500
        },
        {
            "range and extended hours",
            """
            {"symbol":"NASDAQ:TSLA","range":"5D","width":800,"height":600,"style":"candle","theme":"dark",
            "session":"extended","timezone":"America/New_York","studies":[{"name":"Volume"}],
            "override":{"scalesFontSize":14,"showVertGrid":false}}
            """,
            800, 600
        },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_OfAPublicClient_Draws(string name, string body, int width, int height)
    {
        await using TestApp app = await TestApp.StartAsync(options => options with { Demo = true });
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
        answer.IsImage(width, height);
        Looked.At(name, answer);
    }

    [Theory]
    [InlineData("interval", "1m 2m 3m 5m 15m 30m 45m 1h 2h 3h 4h 6h 8h 12h 1D 2D 3D 1W 1M 3M 6M 1Y")]
    [InlineData("style", "bar candle line area heikinAshi hollowCandle baseline hiLo column")]
    [InlineData("theme", "light dark")]
    [InlineData("scale", "regular percent indexedTo100 logarithmic")]
    [InlineData("session", "regular extended")]
    [InlineData("format", "png jpeg")]
    [InlineData("range", "1D 5D 1M 3M 6M 1Y 5Y ALL DTD WTD MTD YTD")]
    [InlineData("timezone", """
        Africa/Cairo Africa/Johannesburg Africa/Lagos America/Argentina/Buenos_Aires America/Bogota America/Caracas
        America/Chicago America/El_Salvador America/Juneau America/Lima America/Los_Angeles America/Mexico_City
        America/New_York America/Phoenix America/Santiago America/Sao_Paulo America/Toronto America/Vancouver
        Asia/Almaty Asia/Ashkhabad Asia/Bahrain Asia/Bangkok Asia/Chongqing Asia/Dubai Asia/Ho_Chi_Minh Asia/Hong_Kong
        Asia/Jakarta Asia/Jerusalem Asia/Karachi Asia/Kathmandu Asia/Kolkata Asia/Kuwait Asia/Manila Asia/Muscat
        Asia/Qatar Asia/Riyadh Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Tehran Asia/Tokyo
        Atlantic/Reykjavik Australia/ACT Australia/Adelaide Australia/Brisbane Australia/Perth Australia/Sydney
        Europe/Amsterdam Europe/Athens Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels
        Europe/Bucharest Europe/Budapest Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Istanbul Europe/Lisbon
        Europe/London Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Moscow Europe/Oslo Europe/Paris Europe/Riga
        Europe/Rome Europe/Stockholm Europe/Tallinn Europe/Vilnius Europe/Warsaw Europe/Zurich Pacific/Auckland
        Pacific/Chatham Pacific/Fakaofo Pacific/Honolulu Pacific/Norfolk US/Mountain Etc/UTC UTC
        """)]
    public async Task EveryWord_OfTheDocumentation_IsTaken(string field, string words)
    {
        await using TestApp app = await TestApp.StartAsync();
        foreach (string word in words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            ApiAnswer answer = await ApiAnswer.PostAsync(
                app, ApiAnswer.AdvancedPath, $$"""{"symbol":"DEMO:BTC","{{field}}":"{{word}}"}""");
            Assert.True(answer.Status == 200, $"{word}: {answer.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public async Task Study_Draws_WithEveryDocumentedKey(string name)
    {
        await using TestApp app = await TestApp.StartAsync();
        foreach (bool isSample in new[] { false, true })
        {
            string body = $$"""{"symbol":"DEMO:BTC","studies":[{{DocumentedBodies.Study(name, isSample)}}]}""";
            ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
            answer.IsImage(800, 600);
            Assert.Empty((await AdvancedChartTests.RecordAsync(app, answer)).Request.Warnings);
        }
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public async Task Drawing_Draws_WithEveryDocumentedKey(string name)
    {
        await using TestApp app = await TestApp.StartAsync();
        ApiAnswer plain = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, """{"symbol":"DEMO:BTC"}""");
        string body = $$"""{"symbol":"DEMO:BTC","drawings":[{{DocumentedBodies.Drawing(name)}}]}""";
        ApiAnswer answer = await ApiAnswer.PostAsync(app, ApiAnswer.AdvancedPath, body);
        answer.IsImage(800, 600);
        Assert.NotEqual(plain.Bytes, answer.Bytes);
        Assert.Empty((await AdvancedChartTests.RecordAsync(app, answer)).Request.Warnings);
    }
}
