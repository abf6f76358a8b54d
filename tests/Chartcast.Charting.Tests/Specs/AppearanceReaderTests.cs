using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Tests.Specs;

public sealed class AppearanceReaderTests
{
    [Fact]
    public void Colours_AreReadByKey()
    {
        var faults = new List<SpecFault>();
        IReadOnlyDictionary<string, Rgba> colors = Colors(
            """{"background":"#101418","up":"rgb(0,200,5)","volumeUp":"rgba(0,200,5,0.3)"}""", faults);

        Assert.Empty(faults);
        Assert.Equal(new Rgba(0x10, 0x14, 0x18), colors[ThemeKeys.Background]);
        Assert.Equal(3, colors.Count);
    }

    [Theory]
    [InlineData("""{"backgroud":"#101418"}""", "colors.backgroud", "background")]
    [InlineData("""{"up":"green"}""", "colors.up", null)]
    [InlineData("""{"up":5}""", "colors.up", null)]
    [InlineData("""{"background":"rgba(0,0,0,0.5)"}""", "colors.background", null)]
    [InlineData("""{"up":"#fff","up":"#000"}""", "colors.up", null)]
    [InlineData("\"dark\"", "colors", null)]
    public void Colours_AreRefusedByName(string json, string field, string? suggestion)
    {
        var faults = new List<SpecFault>();
        Colors(json, faults);

        SpecFault fault = Assert.Single(faults);
        Assert.Equal(field, fault.Field);
        if (suggestion is not null) Assert.Contains(suggestion, fault.Suggestions);
    }

    [Theory]
    [InlineData("\"Draft\"", "Draft", 48, 0.15)]
    [InlineData("""{"text":"Зима ▲ 100 %"}""", "Зима ▲ 100 %", 48, 0.15)]
    [InlineData("""{"text":"Draft","size":64,"opacity":0.5}""", "Draft", 64, 0.5)]
    public void Watermark_IsReadInBothForms(string json, string text, double size, double opacity)
    {
        var faults = new List<SpecFault>();
        Assert.Equal(new WatermarkSpec(text, size, opacity), Watermark(json, faults));
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("\"\"", "watermark")]
    [InlineData("\"東京\"", "watermark")]
    [InlineData("\"a\\nb\"", "watermark")]
    [InlineData("5", "watermark")]
    [InlineData("{}", "watermark.text")]
    [InlineData("""{"text":"x","size":7}""", "watermark.size")]
    [InlineData("""{"text":"x","opacity":0.05}""", "watermark.opacity")]
    [InlineData("""{"text":"x","opacity":"1"}""", "watermark.opacity")]
    [InlineData("""{"text":"x","colour":"#fff"}""", "watermark.colour")]
    public void Watermark_IsRefusedByName(string json, string field)
    {
        var faults = new List<SpecFault>();
        Assert.Null(Watermark(json, faults));
        Assert.Equal(field, Assert.Single(faults).Field);
    }

    private static IReadOnlyDictionary<string, Rgba> Colors(string json, List<SpecFault> faults)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ThemeOverridesReader.Read(document.RootElement, "colors", faults);
    }

    private static WatermarkSpec? Watermark(string json, List<SpecFault> faults)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return WatermarkReader.Read(document.RootElement, "watermark", faults);
    }
}
