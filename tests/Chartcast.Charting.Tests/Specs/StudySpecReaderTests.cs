using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Tests.Specs;

public sealed class StudySpecReaderTests
{
    [Theory]
    [InlineData("\"rsi\"", "Relative Strength Index", 14)]
    [InlineData("\"RSI\"", "Relative Strength Index", 14)]
    [InlineData("\"Relative Strength Index\"", "Relative Strength Index", 14)]
    [InlineData("\"sma:20\"", "Moving Average", 20)]
    [InlineData("\"sma(20)\"", "Moving Average", 20)]
    [InlineData("\"ema( 50 )\"", "Moving Average Exponential", 50)]
    [InlineData("\"macd(8,21,5)\"", "MACD", 8)]
    [InlineData("{\"type\":\"sma\",\"period\":20}", "Moving Average", 20)]
    [InlineData("{\"type\":\"sma\",\"length\":20.0}", "Moving Average", 20)]
    [InlineData("{\"name\":\"Moving Average\",\"input\":{\"length\":20}}", "Moving Average", 20)]
    [InlineData("{\"type\":\"bb\",\"period\":30,\"stdDev\":2.5}", "Bollinger Bands", 30)]
    public void Read_TakesEveryForm(string json, string name, double firstInput)
    {
        StudySpec study = Right(json);

        Assert.Equal(name, study.Listing.Name);
        Assert.Equal(firstInput, study.Inputs[0].Value);
        Assert.Equal(study.Listing.Parameters.Select(parameter => parameter.Key), study.Inputs.Select(input => input.Key));
    }

    [Fact]
    public void Read_TakesColourAndWidthOfTheMainLine_InTheFriendlyForm()
    {
        StudySpec study = Right("""{"type":"sma","period":20,"color":"#FF6B6B","lineWidth":2,"source":"hl2"}""");

        Assert.Equal(new Rgba(0xFF, 0x6B, 0x6B), study.Overrides["Plot.color"].Color);
        Assert.Equal(2, study.Overrides["Plot.linewidth"].Number);
        Assert.Equal(2, study.Overrides.Count);
        Assert.Equal("hl2", study.Listing.Parameters[1].Choices[(int)study.Inputs[1].Value]);
    }

    [Fact]
    public void Read_ColoursAllLinesOfAChannel_AndOnlyTheFirstLineElsewhere()
    {
        Assert.Equal(
            ["Lower.color", "Median.color", "Upper.color"],
            Right("""{"type":"bb","color":"rgb(1,2,3)"}""").Overrides.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["MACD.color"], Right("""{"type":"macd","color":"rgb(1,2,3)"}""").Overrides.Keys);
    }

    [Fact]
    public void Read_KeepsOnlyOverridesThatDifferFromTheDefault()
    {
        StudySpec study = Right(
            """
            {"name":"Relative Strength Index","override":{"Plot.color":"rgb(126,87,194)","UpperLimit.value":80,
            "LowerLimit.visible":true,"Hlines Background.visible":false},"forceOverlay":true}
            """);

        Assert.Equal(["Hlines Background.visible", "UpperLimit.value"], study.Overrides.Keys.Order(StringComparer.Ordinal));
        Assert.True(study.ForceOverlay);
    }

    [Theory]
    [InlineData("""{"type":"smaa"}""", "indicators[0].type", "sma")]
    [InlineData("\"bolinger\"", "indicators[0]", "bollinger")]
    [InlineData("""{"type":"sma","periot":20}""", "indicators[0].periot", "period")]
    [InlineData("""{"type":"sma","lineWith":2}""", "indicators[0].lineWith", "lineWidth")]
    [InlineData("""{"name":"Moving Average","inputs":{}}""", "indicators[0].inputs", "input")]
    [InlineData("""{"name":"Moving Average","input":{"period":20}}""", "indicators[0].input.period", "length")]
    [InlineData("""{"name":"Moving Average","override":{"Plot.colour":"#fff"}}""", "indicators[0].override.Plot.colour", "Plot.color")]
    public void Read_NamesTheNearest_ForUnknownNames(string json, string field, string suggestion)
    {
        SpecFault fault = Assert.Single(Faults(json));

        Assert.Equal(field, fault.Field);
        Assert.Contains(suggestion, fault.Suggestions);
    }

    [Theory]
    [InlineData("""{"type":"sma","period":0}""", "period")]
    [InlineData("""{"type":"sma","period":-5}""", "period")]
    [InlineData("""{"type":"sma","period":1e6}""", "period")]
    [InlineData("""{"type":"sma","period":1e400}""", "period")]
    [InlineData("""{"type":"sma","period":2.5}""", "period")]
    [InlineData("""{"type":"sma","period":"20"}""", "period")]
    [InlineData("""{"type":"sma","period":null}""", "period")]
    [InlineData("""{"type":"sma","period":20,"length":30}""", "length")]
    [InlineData("""{"type":"sma","period":20,"period":30}""", "period")]
    [InlineData("""{"type":"sma","source":"Close"}""", "source")]
    [InlineData("""{"type":"sma","source":3}""", "source")]
    [InlineData("""{"type":"sma","color":"red"}""", "color")]
    [InlineData("""{"type":"sma","lineWidth":11}""", "lineWidth")]
    [InlineData("""{"type":"volume","color":"#fff"}""", "color")]
    [InlineData("""{"type":"sma","forceOverlay":"yes"}""", "forceOverlay")]
    [InlineData("""{"name":"MACD","input":[1]}""", "input")]
    [InlineData("""{"name":"MACD","override":{"MACD.plottype":"spiral"}}""", "override.MACD.plottype")]
    [InlineData("""{"name":"MACD","input":{"in_0":1,"in_0":2}}""", "input.in_0")]
    public void Read_RefusesWrongValues_NamingTheField(string json, string field) =>
        Assert.Contains(Faults(json), fault => fault.Field == "indicators[0]." + field);

    [Theory]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"sma","name":"Moving Average"}""")]
    [InlineData("\"sma(20,close,0,SMA,9,1,2)\"")]
    [InlineData("\"sma(abc)\"")]
    [InlineData("\"volume:3\"")]
    [InlineData("\"\"")]
    public void Read_RefusesOtherShapes(string json) => Assert.Equal("indicators[0]", Assert.Single(Faults(json)).Field);

    [Fact]
    public void Read_TellsAllFaultsAtOnce() =>
        Assert.Equal(3, Faults("""{"type":"sma","period":0,"source":"x","colour":"#fff"}""").Count);

    [Fact]
    public void Read_ShowsHostileNamesEscapedAndCut()
    {
        string json = JsonSerializer.Serialize("\u001b[31m\r\n\u202e" + new string('x', 60));
        string message = Assert.Single(Faults(json)).Message;

        Assert.DoesNotContain(message, char.IsControl);
        Assert.DoesNotContain('\u202e', message);
        Assert.DoesNotContain(new string('x', 41), message, StringComparison.Ordinal);
    }

    private static StudySpec Right(string json)
    {
        var faults = new List<SpecFault>();
        using JsonDocument document = JsonDocument.Parse(json);
        StudySpec? study = StudySpecReader.Read(document.RootElement, "indicators[0]", faults);
        Assert.Empty(faults);
        return study!;
    }

    private static List<SpecFault> Faults(string json)
    {
        var faults = new List<SpecFault>();
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.Null(StudySpecReader.Read(document.RootElement, "indicators[0]", faults));
        return faults;
    }
}
