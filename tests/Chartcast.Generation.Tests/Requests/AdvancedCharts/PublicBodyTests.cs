namespace Chartcast.Generation.Tests.Requests.AdvancedCharts;

/// <summary>Bodies in the shapes that public clients of Chart-IMG send, and the arguments that mean the same.</summary>
public sealed class PublicBodyTests
{
    public static TheoryData<string, string, string> Bodies() => new()
    {
        {
            "plain chart with volume on the price pane",
            """
            {"symbol":"DEMO:US100","interval":"4h","theme":"dark","studies":[{"name":"Volume","forceOverlay":true}]}
            """,
            """
            {"symbol":"DEMO:US100","interval":"4h","theme":"dark",
            "indicators":[{"type":"volume","forceOverlay":true}]}
            """
        },
        {
            "restyled signal without labels of studies",
            """
            {"theme":"dark","interval":"1D","symbol":"DEMO:NVDA","override":{"showStudyLastValue":false},
            "studies":[{"name":"Volume","forceOverlay":true},
            {"name":"MACD","override":{"Signal.linewidth":2,"Signal.color":"rgb(255,109,0)"}}]}
            """,
            """
            {"theme":"dark","symbol":"DEMO:NVDA","override":{"showStudyLastValue":false},
            "indicators":[{"type":"volume","forceOverlay":true},
            {"name":"MACD","override":{"Signal.color":"#FF6D00","Signal.linewidth":2}}]}
            """
        },
        {
            "several averages in one study",
            """
            {"symbol":"DEMO:SOL","interval":"4h","theme":"dark","studies":[{"name":"Moving Average Multiple",
            "input":{"firstPeriods":7,"secondPeriods":25,"thirdPeriods":99,"method":"Exponential"}},{"name":"MACD"}]}
            """,
            """
            {"symbol":"DEMO:SOL","interval":"4h","theme":"dark",
            "indicators":[{"name":"Moving Average Multiple","input":{"thirdPeriods":99,"firstPeriods":7,
            "secondPeriods":25,"method":"Exponential"}},"macd"]}
            """
        },
        {
            "bands, double average and an oscillator with named inputs",
            """
            {"symbol":"DEMO:ETH","interval":"1h","height":600,"scale":"regular","timezone":"Etc/UTC","format":"png",
            "studies":[{"name":"Bollinger Bands","input":{"in_0":20,"in_1":2}},{"name":"Moving Average Double",
            "input":{"firstPeriods":12,"secondPeriods":26,"method":"Simple"}},{"name":"Relative Strength Index",
            "input":{"length":14,"smoothingLine":"SMA","smoothingLength":14}}]}
            """,
            """
            {"symbol":"DEMO:ETH","interval":"1h","scale":"regular",
            "indicators":["bb:20",{"name":"Moving Average Double","input":{"firstPeriods":12,"secondPeriods":26,
            "method":"Simple"}},{"type":"rsi","period":14}]}
            """
        },
        {
            "tall chart with fixed dates and flags",
            """
            {"symbol":"DEMO:KO","interval":"1D","width":1600,"height":1920,"session":"regular",
            "timezone":"America/New_York","range":{"from":"2024-06-01T00:00:00.000Z","to":"2025-12-01T00:00:00.000Z"},
            "override":{"mainPaneHeight":860,"scalesFontSize":16,"showLegend":true,"showVertGrid":true,
            "showHorzGrid":true},"studies":[{"name":"Moving Average Exponential","forceOverlay":true,
            "input":{"length":20,"source":"close","offset":0},"override":{"Plot.linewidth":2,
            "Plot.color":"rgb(0,188,212)"}},{"name":"Chaikin Money Flow","input":{"in_0":21},
            "override":{"Zero.visible":true,"Zero.linestyle":2}}]}
            """,
            """
            {"symbol":"DEMO:KO","width":1600,"height":1920,"timezone":"America/New_York",
            "range":{"from":"2024-06-01","to":"2025-12-01"},"override":{"mainPaneHeight":860,"scalesFontSize":16},
            "indicators":[{"type":"ema","period":20,"lineWidth":2,"color":"#00BCD4"},{"type":"cmf","period":21}]}
            """
        },
        {
            "trade set-up",
            """
            {"symbol":"DEMO:GBPUSD","interval":"1h","range":"5D","shiftRight":20,"drawings":[{"name":"Long Position",
            "input":{"startDatetime":"2026-03-10T08:00:00.000Z","entryPrice":980,"stopPrice":960,"targetPrice":1020},
            "override":{"lineWidth":1,"showStats":false,"profitBackground":"rgba(34,197,94,0.3)",
            "stopBackground":"rgba(242,54,69,0.3)"}}]}
            """,
            """
            {"symbol":"DEMO:GBPUSD","interval":"5m","range":"5D","shiftRight":20,
            "drawings":[{"name":"Long Position","input":{"startDatetime":"2026-03-10T08:00:00.000Z","entryPrice":980,
            "stopPrice":960,"targetPrice":1020},"override":{"profitBackground":"rgba(34,197,94,0.3)",
            "stopBackground":"rgba(242,54,69,0.3)"}}]}
            """
        },
        {
            "price level with a text",
            """
            {"symbol":"DEMO:GOLD","interval":"15m","theme":"dark","width":800,"height":600,"drawings":[{
            "name":"Horizontal Line","input":{"price":254.5,"text":"TP1"},"override":{"lineColor":"rgb(0,200,83)",
            "textColor":"rgb(0,200,83)","fontSize":12,"lineWidth":2}}]}
            """,
            """
            {"symbol":"DEMO:GOLD","interval":"15m","theme":"dark",
            "drawings":[{"type":"horizontal_line","price":254.5,"text":"TP1","color":"#00C853"}]}
            """
        },
        {
            "zones",
            """
            {"symbol":"DEMO:SPY","interval":"1D","range":"3M","theme":"dark","width":800,"height":500,
            "studies":[{"name":"Volume"}],"drawings":[{"name":"Rectangle","input":{
            "startDatetime":"2026-03-02T14:30:00.000Z","startPrice":880,"endDatetime":"2026-03-09T14:30:00.000Z",
            "endPrice":920,"text":"+0.65%"},"override":{"showLabel":true,"lineColor":"rgb(184,134,11)",
            "backgroundColor":"rgba(184,134,11,0.2)","lineWidth":1}}]}
            """,
            """
            {"symbol":"DEMO:SPY","interval":"1h","range":"3M","theme":"dark","height":500,
            "indicators":["volume"],"drawings":[{"name":"Rectangle","input":{
            "startDatetime":"2026-03-02T14:30:00.000Z","startPrice":880,"endDatetime":"2026-03-09T14:30:00.000Z",
            "endPrice":920,"text":"+0.65%"},"override":{"showLabel":true,"lineColor":"#B8860B",
            "backgroundColor":"rgba(184,134,11,0.2)"}}]}
            """
        },
        {
            "named range and extended hours",
            """
            {"symbol":"DEMO:TSLA","range":"5D","width":800,"height":600,"style":"candle","theme":"dark",
            "session":"extended","timezone":"America/New_York","studies":[{"name":"Volume"}],
            "override":{"scalesFontSize":14,"showVertGrid":false}}
            """,
            """
            {"symbol":"DEMO:TSLA","range":"5D","interval":"5m","theme":"dark","session":"extended",
            "timezone":"America/New_York","indicators":["volume"],
            "override":{"scalesFontSize":14,"showVertGrid":false}}
            """
        },
        {
            "everything else",
            """
            {"symbol":"DEMO:BTC","interval":"1D","style":"heikinAshi","theme":"light","scale":"logarithmic",
            "format":"jpeg","width":1024,"height":640,"shiftLeft":30,"shiftRight":5,"watermark":"ACME",
            "watermarkSize":128,"watermarkOpacity":0.2,"override":{"style":{"haStyle.upColor":"rgb(41,98,255)"},
            "priceRange":{"from":900,"to":1500},"showInvertScale":true,"showSymbolWatermark":false}}
            """,
            """
            {"symbol":"DEMO:BTC","chartType":"heikin_ashi","scale":"logarithmic","format":"jpeg","width":1024,
            "height":640,"shiftLeft":30,"shiftRight":5,
            "watermark":{"text":"ACME","size":128,"opacity":0.2},
            "override":{"style":{"haStyle":{"upColor":"#2962FF"}},"priceRange":{"from":900,"to":1500},
            "showInvertScale":true}}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_DrawsThePictureOfItsArguments(string name, string body, string arguments)
    {
        Assert.NotEmpty(name);
        await BodyBench.SamePictureAsync(body, arguments);
    }
}
