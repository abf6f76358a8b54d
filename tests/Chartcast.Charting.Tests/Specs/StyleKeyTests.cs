using System.Text.Json;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Specs;

public sealed class StyleKeyTests
{
    [Theory]
    [InlineData(PlotKind.Line, "plottype linewidth color")]
    [InlineData(PlotKind.JoinedLine, "plottype linewidth color")]
    [InlineData(PlotKind.StepLine, "plottype linewidth color")]
    [InlineData(PlotKind.Levels, "plottype linewidth color")]
    [InlineData(PlotKind.Area, "plottype linewidth color")]
    [InlineData(PlotKind.Histogram, "plottype linewidth color")]
    [InlineData(PlotKind.Circles, "plottype linewidth color")]
    [InlineData(PlotKind.Crosses, "plottype linewidth color")]
    [InlineData(PlotKind.Columns, "plottype color")]
    [InlineData(PlotKind.TrianglesAbove, "color")]
    [InlineData(PlotKind.TrianglesBelow, "color")]
    public void AllOf_NamesWhatAKindHas(PlotKind kind, string attributes) => Assert.Equal(
        attributes.Split(' ').Select(attribute => "Plot." + attribute),
        StyleKey.AllOf(TestListings.OfKind(kind, true, [TestListings.Blue])).Select(key => key.Name));

    [Fact]
    public void AllOf_NumbersColours_WhenThereAreSeveral() => Assert.Equal(
        ["Plot.plottype", "Plot.color.0", "Plot.color.1"],
        StyleKey.AllOf(TestListings.OfKind(PlotKind.Columns, false, [TestListings.Green, TestListings.Red]))
            .Select(key => key.Name));

    [Fact]
    public void AllOf_GivesACloudItsTransparency()
    {
        StyleKey key = StyleKey.AllOf(TestListings.Cloud(25)).Single(one => one.Kind == StyleKind.Percent);

        Assert.Equal("Plots Background.transparency", key.Name);
        Assert.Equal(90, key.Default.Number);
    }

    [Fact]
    public void Words_AllHaveALookOfTheirOwn()
    {
        Assert.Equal(10, PlotTypes.Words.Length);
        Assert.Equal(PlotTypes.Words.Length, PlotTypes.Words.Select(PlotTypes.LookOf).Distinct().Count());
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("37.5", true)]
    [InlineData("100", true)]
    [InlineData("-1", false)]
    [InlineData("101", false)]
    [InlineData("\"50\"", false)]
    [InlineData("null", false)]
    public void Transparency_IsPercent(string value, bool isRight) => AssertRead(
        TestListings.Cloud(25), "Plots Background.transparency", value, isRight);

    [Theory]
    [InlineData("Plot.linewidth", "10", true)]
    [InlineData("Plot.linewidth", "2.0", true)]
    [InlineData("Plot.linewidth", "0", false)]
    [InlineData("Plot.linewidth", "2.5", false)]
    [InlineData("Plot.plottype", "\"line_with_breaks\"", true)]
    [InlineData("Plot.plottype", "\"column\"", true)]
    [InlineData("Plot.plottype", "\"Line\"", false)]
    [InlineData("Plot.color", "\"rgba(1,2,3,0.5)\"", true)]
    [InlineData("Plot.color", "\"red\"", false)]
    public void Values_AreChecked(string key, string value, bool isRight) => AssertRead(
        TestListings.OfKind(PlotKind.Crosses, true, [TestListings.Blue]), key, value, isRight);

    private static void AssertRead(IndicatorListing listing, string key, string value, bool isRight)
    {
        var faults = new List<SpecFault>();
        var styles = new StudyStyles(listing, faults);
        using JsonDocument document = JsonDocument.Parse($"{{\"{key}\":{value}}}");
        styles.ReadExact(document.RootElement.EnumerateObject().First(), "here");

        Assert.Equal(isRight ? 0 : 1, faults.Count);
        Assert.Equal(isRight, styles.Complete().ContainsKey(key));
        Assert.All(faults, fault => Assert.Equal("here", fault.Field));
    }
}
