using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Tests.Specs;

public sealed class SeriesStyleReaderTests
{
    public static TheoryData<string> AllKeys() => [.. SeriesStyleKeys.All.Select(key => key.Name)];

    [Fact]
    public void Read_TakesFlatAndGroupedKeys()
    {
        (IReadOnlyDictionary<string, StudyStyleValue> values, List<SpecFault> faults) = Read(
            """
            {"candleStyle.upColor":"rgb(1,2,3)","candleStyle":{"drawWick":false},"areaStyle.linewidth":4.0,
            "columnStyle":{"priceSource":"hl2"},"baselineStyle.baseLevelPercentage":12.5}
            """);

        Assert.Empty(faults);
        Assert.Equal(new Rgba(1, 2, 3), values["candleStyle.upColor"].Color);
        Assert.False(values["candleStyle.drawWick"].Switch);
        Assert.Equal(4, values["areaStyle.linewidth"].Number);
        Assert.Equal("hl2", values["columnStyle.priceSource"].Word);
        Assert.Equal(12.5, values["baselineStyle.baseLevelPercentage"].Number);
    }

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Read_TakesEveryDefault_AndRefusesOtherTypesByName(string name)
    {
        Assert.True(SeriesStyleKeys.TryFind(name, out SeriesStyleKey? key));

        Assert.Empty(Read($"{{\"{name}\":{Json(key)}}}").Faults);
        foreach (string wrong in new[] { "null", "[1]", "\"nonsense\"", "-7", key.Kind == StyleKind.Switch ? "1" : "true" })
        {
            SpecFault fault = Assert.Single(Read($"{{\"{name}\":{wrong}}}").Faults);
            Assert.Equal("override.style." + name, fault.Field);
        }
    }

    [Theory]
    [InlineData("""{"candleStyle.upColour":"#fff"}""", "override.style.candleStyle.upColour", "candleStyle.upColor")]
    [InlineData("""{"hiLoStyle":{"color":"#fff"}}""", "override.style.hiLoStyle.color", "hiloStyle.color")]
    [InlineData("""{"lineStyle.linewidth":11}""", "override.style.lineStyle.linewidth", null)]
    [InlineData("""{"lineStyle.linestyle":3}""", "override.style.lineStyle.linestyle", null)]
    [InlineData("""{"lineStyle.priceSource":"Close"}""", "override.style.lineStyle.priceSource", null)]
    [InlineData("""{"baselineStyle.transparency":101}""", "override.style.baselineStyle.transparency", null)]
    [InlineData("""{"candleStyle.drawBody":true,"candleStyle":{"drawBody":true}}""", "override.style.candleStyle.drawBody", null)]
    [InlineData("[]", "override.style", null)]
    public void Read_NamesTheFieldAndTheNearest(string json, string field, string? suggestion)
    {
        SpecFault fault = Assert.Single(Read(json).Faults);

        Assert.Equal(field, fault.Field);
        if (suggestion is not null) Assert.Contains(suggestion, fault.Suggestions);
    }

    private static string Json(SeriesStyleKey key) => key.Default switch
    {
        { Color: { } color } => $"\"{color}\"",
        { Number: { } number } => JsonSerializer.Serialize(number),
        { Switch: { } isOn } => isOn ? "true" : "false",
        { Word: { } word } => $"\"{word}\"",
        _ => "\"#123456\"",
    };

    private static (IReadOnlyDictionary<string, StudyStyleValue> Values, List<SpecFault> Faults) Read(string json)
    {
        var faults = new List<SpecFault>();
        using JsonDocument document = JsonDocument.Parse(json);
        return (SeriesStyleReader.Read(document.RootElement, "override.style", faults), faults);
    }
}
