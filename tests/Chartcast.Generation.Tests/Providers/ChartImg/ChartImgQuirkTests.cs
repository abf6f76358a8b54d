using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

/// <summary>The reference's quirks (part 9) that concern a client: what Chart-IMG would ignore or refuse never leaves
/// here.</summary>
public sealed partial class ChartImgQuirkTests
{
    private static readonly DateTimeOffset Now = new(2025, 6, 12, 15, 0, 0, TimeSpan.Zero);

    private static readonly string[][] Documented = [.. File.ReadLines(
            Path.Combine(AppContext.BaseDirectory, "Documented", "DocumentedStudies.csv"))
        .Where(line => !line.StartsWith('#') && line.Length > 0).Select(line => line.Split(','))];

    public static TheoryData<string> Studies => [.. Documented.Where(row => row[0] == "study").Select(row => row[1])];

    // Unknown keys are ignored there, so they cost a call here and draw something else: refused with the nearest
    [Theory]
    [InlineData("""{"symbol":"A:B","indicatorz":["rsi"]}""", "indicatorz", "indicators")]
    [InlineData("""{"symbol":"A:B","indicators":["rsii"]}""", "indicators[0]", "rsi")]
    [InlineData("""{"symbol":"A:B","indicators":[{"name":"MACD","input":{"fastLength":8}}]}""", "indicators[0].input.fastLength", "in_0")]
    [InlineData("""{"symbol":"A:B","indicators":[{"name":"Bollinger Bands","input":{"in_1":"2"}}]}""", "indicators[0].input.in_1", "")]
    [InlineData("""{"symbol":"A:B","indicators":[{"name":"Relative Strength Index","input":{"length":2001}}]}""", "indicators[0].input.length", "2000")]
    [InlineData("""{"symbol":"A:B","indicators":[{"name":"MACD","override":{"Signal.colour":"rgb(1,2,3)"}}]}""", "indicators[0].override.Signal.colour", "Signal.color")]
    [InlineData("""{"symbol":"A:B","override":{"showLegends":true}}""", "override.showLegends", "showLegend")]
    [InlineData("""{"symbol":"A:B","theme":"Dark"}""", "theme", "dark")]
    [InlineData("""{"symbol":"A:B","interval":"1d"}""", "interval", "1D")]
    [InlineData("""{"symbol":"A:B","drawings":[{"name":"Horizontal Line","input":{"prize":1}}]}""", "drawings[0].input.prize", "price")]
    public void UnknownKeys_AreRefusedBeforeTheCall_WithTheNearest(string arguments, string field, string near)
    {
        ChartError error = Assert.Throws<ChartException>(() => Read(arguments)).Error;
        FieldFault fault = error.Faults.First(one => one.Field.StartsWith(field, StringComparison.Ordinal));
        Assert.Contains(near, fault.Message, StringComparison.Ordinal);
    }

    // Style keys that a study is not documented with are ignored there as well
    [Theory]
    [InlineData("""{"name":"Average True Range","override":{"Plot.plottype":"area"}}""", "Plot.plottype", "Plot.color")]
    [InlineData("""{"name":"Accumulation/Distribution","override":{"Plot.visible":false}}""", "Plot.visible", "Plot.linewidth")]
    public void StyleKeys_OfOtherStudies_AreRefusedBeforeTheCall_WithTheNearest(string study, string key, string near)
    {
        ChartError error = Assert.Throws<ChartException>(
            () => Body($$"""{"symbol":"A:B","indicators":[{{study}}]}""")).Error;
        FieldFault fault = Assert.Single(error.Faults);
        Assert.Equal($"indicators[0].override.{key}", fault.Field);
        Assert.Contains(near, fault.Message, StringComparison.Ordinal);
    }

    // Study names: all 92 go out by their exact name, inputs by their exact keys, and the ends of every range pass
    [Theory]
    [MemberData(nameof(Studies))]
    public void StudyNames_AndInputs_GoOutExactly_AtBothEndsOfTheirRanges(string name)
    {
        string[][] inputs = [.. InputsOf(name)];
        foreach (int end in new[] { 4, 5 })
        {
            string input = string.Join(',', inputs.Select(row => $"\"{row[1]}\":{ValueOf(name, row, end)}"));
            JsonElement study = StudyOf(Body($$"""{"symbol":"A:B","showVolume":false,"indicators":[{"name":"{{name}}","input":{ {{input}} } }]}"""));
            Assert.Equal(name, study.GetProperty("name").GetString());
            if (inputs.Length == 0) continue;
            JsonElement sent = study.GetProperty("input");
            Assert.Equal(inputs.Select(row => row[1]).Order(), sent.EnumerateObject().Select(member => member.Name).Order());
            foreach (string[] row in inputs)
                Assert.Equal(JsonElement.Parse(ValueOf(name, row, end)).ToString(), sent.GetProperty(row[1]).ToString());
        }
    }

    // Known keys out of their range are refused there with 422: refused here
    [Theory]
    [MemberData(nameof(Studies))]
    public void StudyInputs_BeyondTheirRange_AreRefusedBeforeTheCall(string name)
    {
        foreach (string[] row in InputsOf(name).Where(row => row[2] is "int" or "float"))
        {
            foreach (string beyond in new[] { Beyond(row[4], -1), Beyond(row[5], 1) })
            {
                Assert.Throws<ChartException>(() => Read(
                    $$"""{"symbol":"A:B","indicators":[{"name":"{{name}}","input":{"{{row[1]}}":{{beyond}} } }]}"""));
            }
        }
    }

    // Colours: rgb()/rgba() with one decimal at most, without spaces, never hex; everywhere a colour can be
    [Theory]
    [InlineData("#FF6B6B")]
    [InlineData("#FF6B6B40")]
    [InlineData("rgba(1, 2, 3, 0.25)")]
    [InlineData("rgba(1,2,3,0.333)")]
    [InlineData("rgb(1, 2, 3)")]
    public void Colours_GoOutAsRgb_WithOneDecimal_WhereverTheyStand(string color)
    {
        string body = Body(
            $$"""
            {"symbol":"A:B","chartType":"candlestick","override":{"style":{"candleStyle.upColor":"{{color}}","candleStyle":{"downColor":"{{color}}"} } },
            "indicators":[{"type":"sma","color":"{{color}}"},{"name":"MACD","override":{"Signal.color":"{{color}}"} }],
            "drawings":[{"type":"horizontal_line","price":1,"color":"{{color}}"},
            {"name":"Fib Retracement","input":{"startDatetime":"2025-01-10","startPrice":1,"endDatetime":"2025-02-10","endPrice":2},
            "override":{"level1":{"color":"{{color}}"} } }]}
            """);

        string[] colors = [.. Strings(JsonElement.Parse(body)).Where(text => text.StartsWith("rgb", StringComparison.Ordinal) || text.StartsWith('#'))];
        Assert.Equal(7, colors.Length);
        Assert.All(colors, text => Assert.Matches(Color(), text));
    }

    // plottype: only columns is in the allowed list
    [Fact]
    public void PlotType_OfColumns_IsTheAllowedWord()
    {
        Assert.Contains(
            "\"Plot.plottype\":\"columns\"",
            Body("""{"symbol":"A:B","indicators":[{"name":"Relative Strength Index","override":{"Plot.plottype":"columns"}}]}"""),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"Plot.plottype\":\"columns\"",
            Body("""{"symbol":"A:B","indicators":[{"name":"Relative Strength Index","override":{"Plot.plottype":"column"}}]}"""),
            StringComparison.Ordinal);
    }

    // range: a string decides the bar size itself, so bounds are sent and the interval stays
    [Theory]
    [InlineData("1D")]
    [InlineData("5D")]
    [InlineData("1M")]
    [InlineData("3M")]
    [InlineData("6M")]
    [InlineData("1Y")]
    [InlineData("5Y")]
    [InlineData("DTD")]
    [InlineData("WTD")]
    [InlineData("MTD")]
    [InlineData("YTD")]
    public void RangeString_IsSentAsBounds_NeverBesideTheInterval(string range)
    {
        JsonElement body = JsonElement.Parse(Body($$"""{"symbol":"A:B","interval":"1D","range":"{{range}}"}"""));
        Assert.Equal("1D", body.GetProperty("interval").GetString());
        Assert.Equal(["from", "to"], body.GetProperty("range").EnumerateObject().Select(member => member.Name));
    }

    // Intervals: case matters, and every documented one is known
    [Theory]
    [InlineData("1m")]
    [InlineData("3m")]
    [InlineData("45m")]
    [InlineData("6h")]
    [InlineData("8h")]
    [InlineData("12h")]
    [InlineData("2D")]
    [InlineData("3D")]
    [InlineData("1M")]
    [InlineData("6M")]
    [InlineData("1Y")]
    public void Intervals_GoOutInTheirCase(string interval) => Assert.Contains(
        $"\"interval\":\"{interval}\"", Body($$"""{"symbol":"A:B","interval":"{{interval}}"}"""), StringComparison.Ordinal);

    // Volume must be asked for in v2, and stands on the price pane
    [Fact]
    public void Volume_IsAskedFor_UnlessItIsNotWanted()
    {
        Assert.Contains("{\"name\":\"Volume\",\"forceOverlay\":true}", Body("""{"symbol":"A:B"}"""), StringComparison.Ordinal);
        Assert.DoesNotContain("Volume", Body("""{"symbol":"A:B","showVolume":false}"""), StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> InputsOf(string study) => Documented
        .SkipWhile(row => !(row[0] == "study" && row[1] == study)).Skip(1)
        .TakeWhile(row => row[0] != "study").Where(row => row[0] == "input");

    private static string ValueOf(string study, string[] row, int end) => row[2] switch
    {
        "int" or "float" => Within(study, row, end),
        "bool" => end == 4 ? "false" : "true",
        _ => $"\"{(row[6].Split('|') is var words && end == 4 ? words[0] : words[^1])}\"",
    };

    // Where a documented end makes no sense, such as a length of 0, ours begins later.
    private static string Within(string study, string[] row, int end)
    {
        Assert.True(IndicatorCatalog.TryFind(study, out IndicatorListing? listing));
        IndicatorParameter parameter = listing.Parameters.Single(one => one.Key == row[1]);
        double documented = double.Parse(row[end], CultureInfo.InvariantCulture);
        return Math.Clamp(documented, parameter.Minimum, parameter.Maximum).ToString(CultureInfo.InvariantCulture);
    }

    private static string Beyond(string limit, int by) =>
        (double.Parse(limit, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture);

    private static JsonElement StudyOf(string body) => JsonElement.Parse(body).GetProperty("studies")[0];

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value)),
        _ => [],
    };

    private static string Body(string arguments) =>
        Encoding.UTF8.GetString(ChartImgRequestMap.Write(Read(arguments), Now, AccountLimits.Unknown).Json.Span);

    private static ChartRequest Read(string arguments)
    {
        using JsonDocument document = JsonDocument.Parse(arguments);
        return ChartRequestReader.Read(document.RootElement);
    }

    [GeneratedRegex(@"\A(rgb\(\d{1,3},\d{1,3},\d{1,3}\)|rgba\(\d{1,3},\d{1,3},\d{1,3},(0|1|0\.\d)\))\z")]
    private static partial Regex Color();
}
