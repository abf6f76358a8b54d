using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;

namespace Chartcast.Charting.Tests.Drawings;

/// <summary>Every drawing as it looks by itself, and with each group of its overrides changed.</summary>
/// <remarks>The bars are the weekdays from 2024-10-08 to 2025-01-13, with prices from about 97 to 140.</remarks>
public sealed class DrawingPictureTests
{
    private const int WarmUp = 200;
    private const int Shown = 70;

    public static TheoryData<string, string[]> Drawings()
    {
        var data = new TheoryData<string, string[]>();
        foreach ((string name, string[] jsons) in DrawingSamples.All) data.Add(name, jsons);
        return data;
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Drawing_LooksAsKept(string name, string[] jsons) =>
        GoldenPicture.Verify("drawings", name, Spec(jsons), TestSeries.Daily(WarmUp + Shown));

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void TradePlan_LooksAsKept(string theme)
    {
        ChartSpec spec = Spec(DrawingSamples.Plan) with { Theme = theme, WidthPx = 900, HeightPx = 560 };
        GoldenPicture.Verify("drawings", $"plan-{theme}", spec, TestSeries.Daily(WarmUp + 110));
    }

    [Fact]
    public void PixelRatioTwo_LooksAsKept()
    {
        ChartSpec spec = Spec(DrawingSamples.Plan) with { PixelRatio = 2 };
        GoldenPicture.Verify("drawings", "plan-ratio-2", spec, TestSeries.Daily(WarmUp + Shown));
    }

    private static ChartSpec Spec(string[] jsons) => TestSpecs.Daily() with
    {
        WidthPx = 560,
        HeightPx = 360,
        ShowVolume = false,
        FirstVisible = WarmUp,
        Drawings = TestDrawings.Read(jsons),
    };
}
