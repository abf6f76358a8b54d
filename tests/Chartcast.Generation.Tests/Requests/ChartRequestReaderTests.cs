using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Requests;

public sealed class ChartRequestReaderTests
{
    [Fact]
    public void Read_FillsInTheDefaults()
    {
        ChartRequest request = Read("""{"symbol":"nasdaq:aapl"}""");

        Assert.Equal("NASDAQ:AAPL", request.Symbol.ToString());
        Assert.Equal("1D", request.Interval.ToString());
        Assert.Equal(ChartStyle.Candlestick, request.Style);
        Assert.Equal((800, 600, 1), (request.WidthPx, request.HeightPx, request.PixelRatio));
        Assert.Equal(("light", "America/New_York"), (request.Theme, request.TimeZoneId));
        Assert.True(request.ShowVolume && request.ShowGrid);
        Assert.Empty(request.Studies);
        Assert.Equal((ImageFormat.Png, ProviderPreference.Auto), (request.Format, request.Provider));
    }

    [Fact]
    public void Read_TakesEveryArgument()
    {
        ChartRequest request = Read(
            """
            {"symbol":"FILE:spy","interval":"1M","chartType":"area","width":1200,"height":500.0,"pixelRatio":2,"theme":"dark",
            "scale":"regular","session":"regular","timezone":"Europe/Berlin","range":"YTD","bars":100,"showVolume":false,
            "showGrid":false,"indicators":["rsi",{"type":"sma","period":20}],"drawings":[],"format":"svg","provider":"local",
            "delivery":"link","maxBytes":50000,"maxEdgePx":800,"wait":false,"dryRun":true}
            """);

        Assert.Equal(("1M", ChartStyle.Area, 1200, 500, 2), (
            request.Interval.ToString(), request.Style, request.WidthPx, request.HeightPx, request.PixelRatio));
        Assert.Equal(("dark", "Europe/Berlin", "YTD", 100), (
            request.Theme, request.TimeZoneId, request.Range, request.BarCount));
        Assert.False(request.ShowVolume || request.ShowGrid);
        Assert.Equal(2, request.Studies.Count);
        Assert.Equal((ImageFormat.Svg, ProviderPreference.Local), (request.Format, request.Provider));
    }

    [Theory]
    [InlineData("width", "0")]
    [InlineData("width", "-1")]
    [InlineData("width", "99")]
    [InlineData("width", "4097")]
    [InlineData("height", "1e9")]
    [InlineData("height", "1e400")]
    [InlineData("height", "1.5")]
    [InlineData("width", "\"800\"")]
    [InlineData("width", "\"NaN\"")]
    [InlineData("width", "null")]
    [InlineData("width", "99999999999999999999999999")]
    [InlineData("pixelRatio", "5")]
    [InlineData("pixelRatio", "0")]
    [InlineData("bars", "0")]
    [InlineData("bars", "20001")]
    [InlineData("theme", "\"Dark\"")]
    [InlineData("theme", "1")]
    [InlineData("chartType", "\"spiral\"")]
    [InlineData("scale", "\"logaritmic\"")]
    [InlineData("compare", "\"x\"")]
    [InlineData("override", "1")]
    [InlineData("watermark", "1")]
    [InlineData("shiftLeft", "1001")]
    [InlineData("session", "\"extendet\"")]
    [InlineData("format", "\"gif\"")]
    [InlineData("provider", "\"Local\"")]
    [InlineData("delivery", "\"mail\"")]
    [InlineData("wait", "\"yes\"")]
    [InlineData("dryRun", "1")]
    [InlineData("showVolume", "\"true\"")]
    [InlineData("maxBytes", "1")]
    [InlineData("indicators", "\"rsi\"")]
    [InlineData("drawings", "{\"name\":\"Rectangle\"}")]
    [InlineData("timezone", "\"Mars/Phobos\"")]
    [InlineData("timezone", "\"america/new_york\"")]
    [InlineData("timezone", "\"../../etc/passwd\"")]
    [InlineData("timezone", "\"Eastern Standard Time\"")]
    [InlineData("timezone", "\"\"")]
    [InlineData("range", "\"2D\"")]
    [InlineData("range", "7")]
    [InlineData("range", "{}")]
    [InlineData("interval", "\"7m\"")]
    [InlineData("interval", "60")]
    public void Read_RefusesAValue_NamingTheField(string field, string value)
    {
        ChartError error = Refused($$"""{"symbol":"NASDAQ:AAPL","{{field}}":{{value}}}""");

        Assert.Equal(field, Assert.Single(error.Faults).Field);
        Assert.StartsWith(field + " ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"correlation","symbol":"QQQ"}""", "indicators[0].symbol", "'QQQ' has no exchange")]
    [InlineData("""{"type":"correlation","symbol":""}""", "indicators[0].symbol", "is missing")]
    [InlineData("""{"type":"correlation","symbol":5}""", "indicators[0].symbol", "must be a symbol such as NASDAQ:AAPL, not 5.")]
    [InlineData("""{"name":"Correlation Coefficient","input":{"symbol":"a:b:c"}}""", "indicators[0].input.symbol", "'a:b:c' ")]
    [InlineData("\"correlation:QQQ\"", "indicators[0]", "'QQQ' has no exchange")]
    public void Read_RefusesTheSymbolOfAStudy_NamingTheField(string study, string field, string message)
    {
        FieldFault fault = Assert.Single(Refused($$"""{"symbol":"NASDAQ:AAPL","indicators":[{{study}}]}""").Faults);
        Assert.Equal(field, fault.Field);
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1d", "1D")]
    [InlineData("1min", "1m")]
    [InlineData("60", "1h")]
    [InlineData("240", "4h")]
    [InlineData("1440", "1D")]
    [InlineData("4H", "4h")]
    [InlineData("D", "1D")]
    [InlineData("1w", "1W")]
    [InlineData("1mo", "1M")]
    [InlineData("1y", "1Y")]
    [InlineData("90M", null)]
    [InlineData("\u001b", null)]
    public void Read_SuggestsTheInterval_ForOtherSpellings(string text, string? meant)
    {
        ChartError error = Refused($$"""{"symbol":"NASDAQ:AAPL","interval":{{JsonSerializer.Serialize(text)}}}""");

        Assert.Equal("interval", Assert.Single(error.Faults).Field);
        if (meant is not null) Assert.Equal([meant], error.Suggestions);
    }

    [Theory]
    [InlineData("symbl", "symbol")]
    [InlineData("chart_type", "chartType")]
    [InlineData("timeZone", "timezone")]
    [InlineData("studies", null)]
    public void Read_RefusesUnknownArguments_WithTheNearest(string name, string? nearest)
    {
        ChartError error = Refused($$"""{"symbol":"NASDAQ:AAPL","{{name}}":1}""");

        Assert.Equal(name, Assert.Single(error.Faults).Field);
        if (nearest is not null) Assert.Contains(nearest, error.Suggestions);
    }

    [Fact]
    public void Read_TellsAllFaultsAtOnce()
    {
        ChartError error = Refused(
            """{"interval":"1d","width":0,"theme":"blue","indicators":[{"type":"sma","period":0},"nope"],"extra":1}""");

        string[] fields = ["extra", "symbol", "interval", "width", "theme", "indicators[0].period", "indicators[1]"];
        Assert.Equal(
            fields.Order(StringComparer.Ordinal),
            error.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("NASDAQ:AA\r\nPL")]
    [InlineData("NASDAQ:../../etc")]
    [InlineData("NASDAQ:AAPL?key=1")]
    [InlineData("NASDAQ:%0d%0a")]
    [InlineData("http://evil/")]
    [InlineData("NASDAQ:А")]
    [InlineData("NASDAQ:😀")]
    [InlineData("\u202eNASDAQ:AAPL")]
    [InlineData("AAPL")]
    [InlineData("")]
    public void Read_RefusesSymbols_OutsideTheGrammar(string symbol)
    {
        ChartError error = Refused($$"""{"symbol":{{JsonSerializer.Serialize(symbol)}}}""");

        Assert.Equal("symbol", Assert.Single(error.Faults).Field);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.DoesNotContain('\u202e', error.Message);
    }

    [Fact]
    public void Read_CutsLongSymbols_InTheMessage() =>
        Assert.True(Refused($$"""{"symbol":"{{new string('A', 10_000)}}"}""").Message.Length < 400);

    [Fact]
    public void Read_RefusesMoreThanFiftyIndicators()
    {
        string list = string.Join(',', Enumerable.Repeat("\"rsi\"", 51));
        Assert.Equal("indicators", Assert.Single(Refused($$"""{"symbol":"A:B","indicators":[{{list}}]}""").Faults).Field);
    }

    [Fact]
    public void Read_TakesBounds_DatesAsWholeDaysInUtc()
    {
        ChartRequest request = Read("""{"symbol":"A:B","range":{"from":"2025-06-01","to":"2025-06-02"}}""");

        Assert.Equal(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero), request.From);
        Assert.Equal(new DateTimeOffset(2025, 6, 3, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(-1), request.To);
        ChartRequest moment = Read("""{"symbol":"A:B","range":{"from":"2025-06-01T09:30:00.000-04:00"}}""");
        Assert.Equal(new DateTimeOffset(2025, 6, 1, 13, 30, 0, TimeSpan.Zero), moment.From);
        Assert.Null(moment.To);
    }

    [Theory]
    [InlineData("""{"from":"2025-06-02","to":"2025-06-01"}""", "range.to")]
    [InlineData("""{"from":"0001-01-01"}""", "range.from")]
    [InlineData("""{"to":"9999-12-31"}""", "range.to")]
    [InlineData("""{"from":9223372036854775807}""", "range.from")]
    [InlineData("""{"from":"2025-06-01T09:30:00"}""", "range.from")]
    [InlineData("""{"from":"yesterday"}""", "range.from")]
    [InlineData("""{"form":"2025-06-01"}""", "range.form")]
    public void Read_RefusesWrongBounds(string range, string field) =>
        Assert.Equal(field, Assert.Single(Refused($$"""{"symbol":"A:B","range":{{range}}}""").Faults).Field);

    [Theory]
    [InlineData("""{"symbol":"A:B","provider":"chart-img","format":"svg"}""", "format")]
    [InlineData("""{"symbol":"A:B","provider":"chart-img","format":"webp"}""", "format")]
    [InlineData("""{"symbol":"DEMO:B","provider":"chart-img"}""", "provider")]
    public void Read_RefusesArgumentsThatExcludeEachOther(string json, string field) =>
        Assert.Equal(field, Assert.Single(Refused(json).Faults).Field);

    [Theory]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    public void Read_RefusesWhatIsNoObject(string json) =>
        Assert.Contains(Refused(json).Faults, fault => fault.Field == "arguments");

    [Theory]
    [InlineData("{\"symbol\":\"\\ud800\"}", "symbol")]
    [InlineData("{\"symbol\":\"A:B\",\"\\ud800\":1}", "arguments")]
    [InlineData("{\"symbol\":\"A:B\",\"watermark\":{\"text\":\"\\udc00\"}}", "watermark.text")]
    [InlineData("{\"symbol\":\"A:B\",\"drawings\":[{\"type\":\"hline\",\"text\":\"\\ud800\"}]}", "drawings[0].text")]
    public void Read_NamesTheArgument_WhoseTextIsNoUnicode(string json, string field)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        ChartException exception = Assert.Throws<ChartException>(() => ChartRequestReader.Read(document.RootElement));
        Assert.Equal(ChartErrorCode.InvalidArgument, exception.Error.Code);
        Assert.Equal(field, Assert.Single(exception.Error.Faults).Field);
    }

    [Fact]
    public void Read_KeepsTheArguments_SortedAndCompact() => Assert.Equal(
        """{"interval":"4h","symbol":"A:B","width":800}""",
        Read("""{ "width": 800, "symbol": "A:B",  "interval": "4h" }""").ArgumentsJson);

    [Fact]
    public void Delivery_IsReadFromTheSameArguments()
    {
        using JsonDocument document = JsonDocument.Parse("""{"symbol":"A:B","delivery":"link","wait":false,"maxBytes":5000}""");
        Assert.Equal(
            new ChartDelivery { Mode = DeliveryMode.Link, Wait = false, MaxBytes = 5_000 },
            ChartDelivery.Read(document.RootElement));
    }

    private static ChartRequest Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ChartRequestReader.Read(document.RootElement);
    }

    private static ChartError Refused(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        ChartError error = Assert.Throws<ChartException>(() => ChartRequestReader.Read(document.RootElement)).Error;
        Assert.Equal(ChartErrorCode.InvalidArgument, error.Code);
        return error;
    }
}
