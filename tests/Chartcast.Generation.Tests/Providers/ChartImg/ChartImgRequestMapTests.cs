using System.Text;
using System.Text.Json;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ChartImgRequestMapTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 12, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Write_SaysTheDefaults() => Assert.Equal(
        """
        {"symbol":"NASDAQ:AAPL","interval":"1D","width":800,"height":600,"style":"candle","theme":"light",
        "timezone":"America/New_York","format":"png","studies":[{"name":"Volume","forceOverlay":true}]}
        """.ReplaceLineEndings(""),
        Body("""{"symbol":"NASDAQ:AAPL"}"""));

    [Fact]
    public void Write_SaysStudiesExactly() => Assert.Contains(
        """
        "studies":[{"name":"Moving Average","input":{"length":20,"source":"close","offset":0,"smoothingLine":"SMA",
        "smoothingLength":9},"override":{"Plot.color":"rgb(255,107,107)","Plot.linewidth":2}},{"name":"MACD",
        "forceOverlay":true,"input":{"in_0":8,"in_1":21,"in_2":5,"in_3":"hl2"}},{"name":"Bollinger Bands",
        "input":{"in_0":20,"in_1":2.5}}]
        """.ReplaceLineEndings(""),
        Body(
            """
            {"symbol":"NASDAQ:AAPL","showVolume":false,"indicators":[
            {"type":"sma","period":20,"color":"#FF6B6B","lineWidth":2},
            {"type":"macd","fast":8,"slow":21,"signal":5,"source":"hl2","forceOverlay":true},
            {"type":"bb","stdDev":2.5}]}
            """),
        StringComparison.Ordinal);

    // Reference part 3.8: date-times only, in every documented value with milliseconds and Z
    [Theory]
    [InlineData("1D", "2025-06-01", "2025-06-01T00:00:00.000Z")]
    [InlineData("1D", "2025-06-01T20:00-05:00", "2025-06-01T20:00:00.000Z")]
    [InlineData("1W", "2025-06-01T09:30:00Z", "2025-06-01T09:30:00.000Z")]
    [InlineData("1h", "2025-06-01", "2025-06-01T04:00:00.000Z")]
    [InlineData("1h", "2025-01-02", "2025-01-02T05:00:00.000Z")]
    [InlineData("1h", "2025-06-01T09:30:15.25-05:00", "2025-06-01T14:30:15.250Z")]
    public void Write_SaysTimesOfDrawings_AsDateTimes(string interval, string given, string sent) => Assert.Contains(
        $$$"""{"name":"Vertical Line","input":{"datetime":"{{{sent}}}"}}""",
        Body(
            $$$"""
            {"symbol":"A:B","interval":"{{{interval}}}",
            "drawings":[{"name":"Vertical Line","input":{"datetime":"{{{given}}}"}}]}
            """),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("candlestick", "candle")]
    [InlineData("bar", "bar")]
    [InlineData("line", "line")]
    [InlineData("area", "area")]
    [InlineData("heikin_ashi", "heikinAshi")]
    [InlineData("hollow_candle", "hollowCandle")]
    [InlineData("baseline", "baseline")]
    [InlineData("hi_lo", "hiLo")]
    [InlineData("column", "column")]
    public void Write_NamesTheStyle(string ours, string theirs) => Assert.Contains(
        $"\"style\":\"{theirs}\"",
        Body($$"""{"symbol":"A:B","chartType":"{{ours}}"}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("rgba(1,2,3,0.5)", "rgba(1,2,3,0.5)", false)]
    [InlineData("rgba(1,2,3,0.1)", "rgba(1,2,3,0.1)", false)]
    [InlineData("rgba(1,2,3,0)", "rgba(1,2,3,0)", false)]
    [InlineData("rgba(1,2,3,0.25)", "rgba(1,2,3,0.3)", true)]
    [InlineData("#01020340", "rgba(1,2,3,0.3)", true)]
    [InlineData("#010203", "rgb(1,2,3)", false)]
    public void Write_SaysOpacityInTenths_WithAWarning(string color, string sent, bool warns)
    {
        ChartImgBody body = Map($$"""{"symbol":"A:B","indicators":[{"type":"sma","color":"{{color}}"}]}""");

        Assert.Contains($"\"Plot.color\":\"{sent}\"", Encoding.UTF8.GetString(body.Json.Span), StringComparison.Ordinal);
        Assert.Equal(warns, body.Warnings.Count == 1);
    }

    [Fact]
    public void Write_AsksForPicturePixels_WithTextToMatch()
    {
        ChartImgBody body = Map("""{"symbol":"A:B","width":500,"height":400,"pixelRatio":2,"showGrid":false,"format":"jpeg"}""");
        string json = Encoding.UTF8.GetString(body.Json.Span);

        Assert.Equal((1_000, 800, ImageFormat.Jpeg), (body.WidthPx, body.HeightPx, body.Format));
        Assert.Contains("\"width\":1000,\"height\":800", json, StringComparison.Ordinal);
        Assert.Contains(
            "\"override\":{\"showVertGrid\":false,\"showHorzGrid\":false,\"scalesFontSize\":24}", json, StringComparison.Ordinal);
        Assert.Contains("\"format\":\"jpeg\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"5D\"", "2025-06-07T15:00:00.000Z", "2025-06-12T15:00:00.000Z")]
    [InlineData("\"YTD\"", "2025-01-01T05:00:00.000Z", "2025-06-12T15:00:00.000Z")]
    [InlineData("{\"from\":\"2025-06-01\"}", "2025-06-01T00:00:00.000Z", "2025-06-12T15:00:00.000Z")]
    [InlineData("{\"from\":\"2025-06-01\",\"to\":\"2025-06-02\"}", "2025-06-01T00:00:00.000Z", "2025-06-02T23:59:59.999Z")]
    public void Write_SaysRangesAsBounds_SoThatTheIntervalStays(string range, string from, string to) => Assert.Contains(
        $$"""
        "range":{"from":"{{from}}","to":"{{to}}"}
        """,
        Body($$"""{"symbol":"A:B","range":{{range}}}"""), StringComparison.Ordinal);

    [Fact]
    public void Write_WarnsOfMoreBarsThanItShows() =>
        Assert.Contains("1,000 bars", Assert.Single(Map("""{"symbol":"A:B","interval":"1h","range":"1Y"}""").Warnings), StringComparison.Ordinal);

    [Fact]
    public void Write_CallsUtcByTheNameItKnows() =>
        Assert.Contains("\"timezone\":\"Etc/UTC\"", Body("""{"symbol":"A:B","timezone":"UTC"}"""), StringComparison.Ordinal);

    [Fact]
    public void Write_AddsNoSecondVolume() => Assert.Single(
        Body("""{"symbol":"A:B","indicators":["volume"]}""").Split("\"Volume\"").Skip(1));

    [Theory]
    [InlineData("""{"symbol":"A:B","bars":100}""", "bars")]
    [InlineData("""{"symbol":"A:B","range":"ALL"}""", "range")]
    [InlineData("""{"symbol":"A:B","range":{"to":"2025-01-01"}}""", "range.from")]
    [InlineData("""{"symbol":"A:B","width":319}""", "width")]
    [InlineData("""{"symbol":"A:B","width":1100,"pixelRatio":2}""", "width")]
    [InlineData("""{"symbol":"A:B","height":2000}""", "height")]
    [InlineData("""{"symbol":"A:B","timezone":"Europe/Vienna"}""", "timezone")]
    [InlineData("""{"symbol":"A:B","format":"svg"}""", "format")]
    [InlineData("""{"symbol":"DEMO:B"}""", "symbol")]
    [InlineData("""{"symbol":"A:B","chartType":"step_line"}""", "chartType")]
    [InlineData("""{"symbol":"A:B","chartType":"hlc_area"}""", "chartType")]
    [InlineData(
        """{"symbol":"A:B","indicators":[{"name":"Moving Average","override":{"Smoothed MA.visible":true}}]}""",
        "indicators[0].override.Smoothed MA.visible")]
    public void Write_RefusesWhatCannotBeSaid(string json, string field)
    {
        ChartError error = Assert.Throws<ChartException>(() => Map(json)).Error;

        Assert.Equal(ChartErrorCode.InvalidArgument, error.Code);
        Assert.Equal(field, Assert.Single(error.Faults).Field);
        Assert.Contains("provider local", error.Message, StringComparison.Ordinal);
    }

    private static string Body(string arguments) => Encoding.UTF8.GetString(Map(arguments).Json.Span);

    private static ChartImgBody Map(string arguments)
    {
        using JsonDocument document = JsonDocument.Parse(arguments);
        return ChartImgRequestMap.Write(ChartRequestReader.Read(document.RootElement), Now, AccountLimits.Unknown);
    }
}
