using System.Text.Json;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Tests.Specs;

public sealed class ChartOverridesReaderTests
{
    [Fact]
    public void EveryFlag_IsReadAndChangesSomething()
    {
        foreach (string name in ChartOverridesReader.FlagNames)
        {
            ChartOverrides on = ReadRight($"{{\"{name}\":true}}");
            ChartOverrides off = ReadRight($"{{\"{name}\":false}}");
            Assert.NotEqual(on, off);
            Assert.True(on == ChartOverrides.None || off == ChartOverrides.None, $"{name} has no default");
        }
    }

    [Fact]
    public void Numbers_AreRead()
    {
        ChartOverrides read = ReadRight(
            """{"mainPaneHeight":300,"scalesFontSize":18,"priceRange":{"from":10.5,"margin":0.05}}""");
        Assert.Equal(300, read.Display.MainPaneHeightPx);
        Assert.Equal(18, read.Display.ScalesFontPx);
        Assert.Equal(new PriceRangeSpec(10.5, null, 0.05), read.Scale.PriceRange);
    }

    [Fact]
    public void PriceRange_TakesTheUsualMargin()
    {
        Assert.Equal(
            new PriceRangeSpec(-5, 7, 0.0025), ReadRight("""{"priceRange":{"from":-5,"to":7}}""").Scale.PriceRange);
    }

    [Theory]
    [InlineData("""[1]""", "override", "must be an object")]
    [InlineData("""{"showLegnd":true}""", "override.showLegnd", "showLegend")]
    [InlineData("""{"showLegend":1}""", "override.showLegend", "true or false")]
    [InlineData("""{"showLegend":true,"showLegend":true}""", "override.showLegend", "twice")]
    [InlineData("""{"mainPaneHeight":99}""", "override.mainPaneHeight", "100 to 1800")]
    [InlineData("""{"mainPaneHeight":1801}""", "override.mainPaneHeight", "100 to 1800")]
    [InlineData("""{"mainPaneHeight":200.5}""", "override.mainPaneHeight", "whole number")]
    [InlineData("""{"scalesFontSize":9}""", "override.scalesFontSize", "10 to 50")]
    [InlineData("""{"scalesFontSize":51}""", "override.scalesFontSize", "10 to 50")]
    [InlineData("""{"scalesFontSize":"12"}""", "override.scalesFontSize", "10 to 50")]
    [InlineData("""{"priceRange":{}}""", "override.priceRange", "from, to or both")]
    [InlineData("""{"priceRange":{"margin":0.01}}""", "override.priceRange", "from, to or both")]
    [InlineData("""{"priceRange":{"from":5,"to":5}}""", "override.priceRange.to", "greater than from")]
    [InlineData("""{"priceRange":{"from":1e999}}""", "override.priceRange.from", "a price")]
    [InlineData("""{"priceRange":{"form":5}}""", "override.priceRange.form", "from")]
    [InlineData("""{"priceRange":{"from":5,"margin":0.2}}""", "override.priceRange.margin", "0.001 to 0.1")]
    [InlineData("""{"priceRange":{"from":5,"margin":0.0005}}""", "override.priceRange.margin", "0.001 to 0.1")]
    public void Faults_NameFieldAndRemedy(string json, string field, string part)
    {
        var faults = new List<SpecFault>();
        Read(json, faults);
        SpecFault fault = Assert.Single(faults);
        Assert.Equal(field, fault.Field);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("regular", ScaleMode.Regular)]
    [InlineData("percent", ScaleMode.Percent)]
    [InlineData("indexedTo100", ScaleMode.IndexedTo100)]
    [InlineData("indexed_to_100", ScaleMode.IndexedTo100)]
    [InlineData("logarithmic", ScaleMode.Logarithmic)]
    [InlineData("log", ScaleMode.Logarithmic)]
    public void ScaleNames_AreRead(string name, ScaleMode expected)
    {
        Assert.True(ScaleModes.TryParse(name, out ScaleMode mode));
        Assert.Equal(expected, mode);
        Assert.True(ScaleModes.TryParse(mode.WireName(), out ScaleMode again));
        Assert.Equal(mode, again);
    }

    [Fact]
    public void UnknownScale_NamesTheNearest()
    {
        Assert.False(ScaleModes.TryParse("logaritmic", out _));
        Assert.Contains("logarithmic", ScaleModes.Fault("scale", "logaritmic").Suggestions);
    }

    private static ChartOverrides ReadRight(string json)
    {
        var faults = new List<SpecFault>();
        ChartOverrides read = Read(json, faults);
        Assert.Empty(faults);
        return read;
    }

    private static ChartOverrides Read(string json, List<SpecFault> faults)
    {
        using var document = JsonDocument.Parse(json);
        return ChartOverridesReader.Read(document.RootElement, "override", faults);
    }
}
