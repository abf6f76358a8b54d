using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>How plots of studies look, pixel for pixel.</summary>
public sealed class PlotPictureTests
{
    private const int WarmUp = 60;
    private const int Shown = 90;

    public static TheoryData<PlotKind> Kinds() => [.. Enum.GetValues<PlotKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_LooksAsKept_OnThePricePaneAndInItsOwn(PlotKind kind) => Verify(
        $"kind-{kind.ToString().ToLowerInvariant()}",
        TestListings.Study(TestListings.OfKind(kind, isOverlay: true, [TestListings.Blue])),
        TestListings.Study(TestListings.OfKind(kind, isOverlay: false, [TestListings.Green, TestListings.Red])));

    [Fact]
    public void WideMarks_LookAsKept() => Verify(
        "wide-marks",
        TestListings.Study(TestListings.OfKind(PlotKind.Crosses, true, [TestListings.Blue], lineWidthPx: 4)),
        TestListings.Study(TestListings.OfKind(PlotKind.Circles, false, ["rgba(242,54,69,0.5)"], lineWidthPx: 4)));

    [Theory]
    [InlineData(PlotKind.Columns)]
    [InlineData(PlotKind.Circles)]
    [InlineData(PlotKind.StepLine)]
    public void PlotAheadOfTheBars_LooksAsKept(PlotKind kind) => Verify(
        $"ahead-{kind.ToString().ToLowerInvariant()}",
        TestListings.Study(TestListings.OfKind(kind, false, [TestListings.Green, TestListings.Red], offset: 12)));

    [Fact]
    public void Cloud_LooksAsKept() => Verify("cloud", TestListings.Study(TestListings.Cloud(25)));

    [Fact]
    public void CloudOfOtherTransparency_LooksAsKept() => Verify(
        "cloud-transparency",
        TestListings.Study(
            TestListings.Cloud(25), new() { ["Plots Background.transparency"] = new(Number: 50) }));

    [Fact]
    public void ManyPlots_LookAsKept() => Verify(
        "many-plots", TestListings.Study(TestListings.Averages(3, 5, 8, 10, 12, 15, 30, 35, 40, 45, 50, 60)));

    [Fact]
    public void BandsBetweenLevels_LookAsKept_WhenUpsideDown() => Verify(
        "levels-swapped",
        TestSpecs.Study(
            "Relative Strength Index",
            new()
            {
                ["UpperLimit.value"] = new(Number: 20),
                ["LowerLimit.value"] = new(Number: 80),
                ["UpperLimit.color"] = new(Color: new Rgba(255, 0, 0)),
                ["UpperLimit.linewidth"] = new(Number: 3),
                ["UpperLimit.linestyle"] = new(Number: 1),
            },
            []));

    private static void Verify(string name, params IReadOnlyList<StudySpec> studies)
    {
        ChartSpec spec = TestSpecs.Daily(studies) with { FirstVisible = WarmUp, ShowVolume = false, HeightPx = 360 };
        GoldenPicture.Verify("plots", name, spec, TestSeries.Daily(WarmUp + Shown));
    }
}
