using System.Buffers;
using System.Text;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Charting.Tests.Drawings;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Tests.Specs;

public sealed class DrawingSpecReaderTests
{
    public static TheoryData<string> Samples() => [.. DrawingSamples.All.SelectMany(sample => sample.Jsons)];

    [Fact]
    public void Read_TakesFriendlyAndExactFormAsTheSame()
    {
        DrawingSpec friendly = Right(
            """{"type":"horizontal_line","price":120.5,"text":"Target","color":"#00FF00","lineWidth":3}""");
        DrawingSpec exact = Right(
            """
            {"name":"Horizontal Line","input":{"price":120.5,"text":"Target"},
            "override":{"lineColor":"rgb(0,255,0)","textColor":"rgb(0,255,0)","lineWidth":3}}
            """);

        Assert.Equal(Written(exact), Written(friendly));
        Assert.Equal(new Rgba(0, 255, 0), friendly.Style("lineColor").Color);
        Assert.Equal(DrawingOrder.Top, friendly.Order);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_GivesWhatIsReadAsTheSame(string json)
    {
        string written = Written(Right(json));

        Assert.Equal(written, Written(Right(written)));
        Assert.StartsWith("{\"name\":", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NestsLevelsAndKeepsTheOrder() => Assert.Equal(
        """
        {"name":"Fib Retracement","input":{"startDatetime":"2024-01-02","startPrice":1,"endDatetime":"2024-01-09T10:00:00+02:00","endPrice":2},"override":{"extendLine":true,"level1":{"visible":false},"level3":{"coeff":0.4,"color":"rgba(1,2,3,0.502)"}},"zOrder":"bottom"}
        """,
        Written(Right(
            """
            {"name":"Fib Retracement","zOrder":"bottom","override":{"level3":{"color":"rgba(1,2,3,0.5)","coeff":0.4},
            "extendLines":true,"level1":{"visible":false}},"input":{"endPrice":2,"startPrice":1,
            "endDatetime":"2024-01-09T10:00+02:00","startDatetime":"2024-01-02"}}
            """)));

    [Theory]
    [InlineData("extendLine")]
    [InlineData("extendLines")]
    public void Read_TakesBothSpellingsOfTheRetracementsExtension(string key)
    {
        string json = "{\"name\":\"Fib Retracement\",\"input\":{" + Points + "},\"override\":{\"" + key + "\":true}}";

        Assert.True(Right(json).Style("extendLine").Switch);
    }

    [Fact]
    public void Read_KeepsOnlyOverridesThatDifferFromTheDefault() => Assert.Equal(
        ["lineWidth"],
        Right(
            """
            {"name":"Horizontal Line","input":{"price":1},
            "override":{"lineWidth":1,"fontSize":12,"lineColor":"rgb(41,98,255)","showPrice":true}}
            """).Overrides.Keys);

    [Fact]
    public void Read_LetsSpecificColoursWinOverTheFriendlyOne_WhereverTheyStand()
    {
        DrawingSpec box = Right(
            "{\"type\":\"rectangle\",\"textColor\":\"rgb(156,39,176)\",\"color\":\"#102030\"," + Points + ",\"text\":\"a\"}");

        Assert.Equal(new Rgba(156, 39, 176), box.Style("textColor").Color);
        Assert.Equal(new Rgba(0x10, 0x20, 0x30), box.Style("lineColor").Color);
        Assert.Equal(new Rgba(0x10, 0x20, 0x30).WithOpacity(0.2), box.Style("backgroundColor").Color);
        Assert.True(box.Style("showLabel").Switch);
    }

    [Fact]
    public void Read_TakesWordsForLineStylesAndListsForLevels()
    {
        Assert.Equal(2, Right("""{"type":"hline","price":1,"lineStyle":"dashed"}""").Style("lineStyle").Number);
        DrawingSpec fib = Right("{\"type\":\"fib\"," + Points + ",\"levels\":[0,0.5,1]}");
        Assert.Equal(0.5, fib.Style("level2.coeff").Number);
        Assert.False(fib.Style("level4.visible").Switch);
        Assert.True(fib.Style("level3.visible").Switch);
    }

    [Theory]
    [InlineData("2024-03-04", "2024-03-04T00:00:00Z", true)]
    [InlineData("2024-03-04T14:30Z", "2024-03-04T14:30:00Z", false)]
    [InlineData("2024-03-04T14:30:05.000Z", "2024-03-04T14:30:05Z", false)]
    [InlineData("2024-03-04T09:30:00-05:00", "2024-03-04T14:30:00Z", false)]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z", false)]
    [InlineData("0001-01-01", "0001-01-01T00:00:00Z", true)]
    public void Read_TakesDatesAndMoments(string text, string utc, bool isDate)
    {
        Assert.True(DrawingTime.TryParse(text, out DrawingTime time));
        Assert.Equal(DateTimeOffset.Parse(utc, null), time.Moment);
        Assert.Equal(isDate, time.IsDate);
        Assert.True(DrawingTime.TryParse(time.ToString(), out DrawingTime again));
        Assert.Equal(time, again);
    }

    [Theory]
    [InlineData("2024-03-04T14:30:00")]
    [InlineData("2024-02-30")]
    [InlineData("04.03.2024")]
    [InlineData("2024-03-04 14:30Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("10000-01-01")]
    [InlineData("today")]
    [InlineData("")]
    public void Read_RefusesOtherTimes_NamingTheForm(string text)
    {
        SpecFault fault = Assert.Single(
            TestDrawings.Faults($$"""{"type":"vline","time":{{JsonSerializer.Serialize(text)}}}"""));

        Assert.Equal("drawings[0].time", fault.Field);
        Assert.Contains("2025-06-01T14:30:00Z", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"horisontal_line","price":1}""", "type", "horizontal_line")]
    [InlineData("""{"name":"Trend Lin","input":{}}""", "name", "Trend Line")]
    [InlineData("""{"type":"hline","prise":1}""", "prise", "price")]
    [InlineData("""{"type":"hline","price":1,"lineWith":2}""", "lineWith", "lineWidth")]
    [InlineData("""{"name":"Horizontal Line","inputs":{}}""", "inputs", "input")]
    [InlineData("""{"name":"Horizontal Line","input":{"value":1}}""", "input.value", "price")]
    [InlineData("""{"name":"Horizontal Line","input":{"price":1},"override":{"linecolor":"#fff"}}""", "override.linecolor", "lineColor")]
    [InlineData("""{"name":"Fib Retracement","override":{"level2":{"coef":1}}}""", "override.level2.coef", "coeff")]
    public void Read_NamesTheNearest_ForUnknownNames(string json, string field, string suggestion)
    {
        SpecFault fault = Assert.Single(TestDrawings.Faults(json));

        Assert.Equal("drawings[0]." + field, fault.Field);
        Assert.Contains(suggestion, fault.Suggestions);
    }

    [Theory]
    [InlineData("""{"type":"hline"}""", "price")]
    [InlineData("""{"name":"Horizontal Line"}""", "input.price")]
    [InlineData("""{"type":"hline","price":"1"}""", "price")]
    [InlineData("""{"type":"hline","price":1e999}""", "price")]
    [InlineData("""{"type":"hline","price":1e301}""", "price")]
    [InlineData("""{"type":"hline","price":null}""", "price")]
    [InlineData("""{"type":"hline","price":1,"value":2}""", "value")]
    [InlineData("""{"type":"hline","price":1,"price":2}""", "price")]
    [InlineData("""{"type":"hline","price":1,"lineWidth":0}""", "lineWidth")]
    [InlineData("""{"type":"hline","price":1,"lineWidth":101}""", "lineWidth")]
    [InlineData("""{"type":"hline","price":1,"lineWidth":1.5}""", "lineWidth")]
    [InlineData("""{"type":"hline","price":1,"lineStyle":6}""", "lineStyle")]
    [InlineData("""{"type":"hline","price":1,"lineStyle":"wavy"}""", "lineStyle")]
    [InlineData("""{"type":"hline","price":1,"fontSize":9}""", "fontSize")]
    [InlineData("""{"type":"hline","price":1,"fontSize":251}""", "fontSize")]
    [InlineData("""{"type":"hline","price":1,"showPrice":1}""", "showPrice")]
    [InlineData("""{"type":"hline","price":1,"horzLabelAlign":"centre"}""", "horzLabelAlign")]
    [InlineData("""{"type":"hline","price":1,"color":"lime"}""", "color")]
    [InlineData("""{"type":"hline","price":1,"zOrder":"middle"}""", "zOrder")]
    [InlineData("""{"type":"hline","price":1,"text":""}""", "text")]
    [InlineData("""{"type":"hline","price":1,"text":" \n "}""", "text")]
    [InlineData("""{"type":"hline","price":1,"text":"a\u0007b"}""", "text")]
    [InlineData("""{"type":"hline","price":1,"text":"a\u202Eb"}""", "text")]
    [InlineData("""{"type":"hline","price":1,"text":["a"]}""", "text")]
    [InlineData("""{"type":"note","text":"a","price":1}""", null)]
    [InlineData("""{"type":"note","text":"a","time":"2024-01-01","corner":"top_left"}""", null)]
    [InlineData("""{"type":"zone","text":"nowhere"}""", null)]
    [InlineData("""{"type":"long","start":"2024-01-01","entry":10,"target":9,"stop":8}""", null)]
    [InlineData("""{"type":"short","start":"2024-01-01","entry":10,"target":9,"stop":8}""", null)]
    [InlineData("""{"type":"fib","levels":[]}""", "levels")]
    [InlineData("""{"type":"fib","levels":[1,2,3,4,5,6,7,8,9,10,11,12]}""", "levels")]
    [InlineData("""{"type":"fib","levels":[1,"2"]}""", "levels[1]")]
    [InlineData("""{"name":"Fib Retracement","override":{"level12":{"coeff":1}}}""", "override.level12")]
    public void Read_RefusesWrongValues_NamingTheField(string json, string? field) => Assert.Contains(
        TestDrawings.Faults(json), fault => fault.Field == (field is null ? "drawings[0]" : "drawings[0]." + field));

    [Theory]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"hline\"")]
    [InlineData("""{"type":"hline","name":"Horizontal Line"}""")]
    public void Read_RefusesOtherShapes(string json) =>
        Assert.Equal("drawings[0]", Assert.Single(TestDrawings.Faults(json)).Field);

    [Fact]
    public void Read_TellsAllFaultsAtOnce() => Assert.Equal(
        3, TestDrawings.Faults("""{"type":"hline","price":"x","lineWidth":0,"colour":"#fff"}""").Count);

    [Fact]
    public void Read_RefusesHalvesOfSurrogatePairs() =>
        Assert.Single(TestDrawings.Faults("""{"type":"hline","price":1,"text":"a\ud800"}"""));

    [Fact]
    public void Read_RefusesLongTexts_SayingHowLongTheyMayBe()
    {
        string json = $$"""{"type":"hline","price":1,"text":"{{new string('x', 10_000)}}"}""";

        Assert.Contains("500", Assert.Single(TestDrawings.Faults(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeepsLineBreaksAsOneKind() =>
        Assert.Equal("a\nb\nc d", Right("""{"type":"note","text":"a\r\nb\rc\td"}""").Input("text")!.Value.Text);

    private const string Points =
        "\"startDatetime\":\"2024-01-02\",\"startPrice\":1,\"endDatetime\":\"2024-01-09\",\"endPrice\":2";

    private static DrawingSpec Right(string json) => Assert.Single(TestDrawings.Read(json));

    private static string Written(DrawingSpec drawing)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            DrawingSpecWriter.Write(writer, drawing);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
