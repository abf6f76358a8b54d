using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Tests.Composing;

public sealed class ProfilePictureTests
{
    private const int WarmUp = 60, Shown = 120;
    private const string Outside = "graphics.hhists.histBars2", Inside = "graphics.hhists.histBarsVA";
    private const string Control = "graphics.horizlines.pocLines";

    [Fact]
    public void Profile_GrowsRight_InTotal_WithItsOwnColours() => Verify(
        "total-left-to-right",
        new()
        {
            [$"{Outside}.direction"] = new(Word: "left_to_right"),
            [$"{Inside}.direction"] = new(Word: "left_to_right"),
            [$"{Outside}.percentWidth"] = new(Number: 45),
            [$"{Inside}.percentWidth"] = new(Number: 45),
            [$"{Outside}.colors.0"] = new(Color: Rgba.Parse("rgba(126,87,194,0.2)")),
            [$"{Inside}.colors.0"] = new(Color: Rgba.Parse("rgba(126,87,194,0.5)")),
            [$"{Control}.color"] = new(Color: Rgba.Parse("#FF6D00")),
            [$"{Control}.style"] = new(Number: 2),
            [$"{Control}.width"] = new(Number: 1),
        },
        ("volume", 1), ("rows", 40));

    [Fact]
    public void Profile_ShowsDifferences_WithoutControlLine() => Verify(
        "delta", new() { [$"{Control}.visible"] = new(Switch: false) }, ("volume", 2), ("vaVolume", 30));

    [Fact]
    public void Profile_ShowsDevelopingLines() => Verify(
        "developing",
        new()
        {
            ["Developing Poc.display"] = new(Switch: true),
            ["Developing VA High.display"] = new(Switch: true),
            ["Developing VA Low.display"] = new(Switch: true),
        });

    [Fact]
    public void Profile_MergesRowsFinerThanPixels() => Verify("million-rows", [], ("rows", 1_000_000));

    private static void Verify(
        string name, Dictionary<string, StudyStyleValue> overrides, params (string, double)[] inputs)
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Volume Profile Visible Range", overrides, inputs)) with
        {
            FirstVisible = WarmUp, ShowVolume = false,
        };
        GoldenPicture.Verify("profiles", name, spec, TestSeries.Daily(WarmUp + Shown));
    }
}
