using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Themes, colours of one's own, and watermarks.</summary>
public sealed class AppearancePictureTests
{
    private static readonly BarSeries Bars = TestSeries.Daily(90);

    public static TheoryData<string> Keys() => [.. ThemeKeys.Names];

    [Fact]
    public void OwnColours_LookAsKept() => Verify("own-colours", Usual() with
    {
        ThemeOverrides = new Dictionary<string, Rgba>
        {
            [ThemeKeys.Background] = new(0x0B, 0x1D, 0x2A),
            [ThemeKeys.Text] = new(0xE6, 0xF1, 0xF8),
            [ThemeKeys.Grid] = new(0x15, 0x2C, 0x3D),
            [ThemeKeys.Axis] = new(0x2C, 0x4A, 0x5E),
            [ThemeKeys.Up] = new(0x4F, 0xD1, 0xC5),
            [ThemeKeys.Down] = new(0xF6, 0x87, 0xB3),
        },
    });

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Watermark_LooksAsKept(string theme) => Verify(
        $"watermark-{theme}", Usual() with { Theme = theme, Watermark = new WatermarkSpec("Draft for review", 56, 0.2) });

    [Fact]
    public void LongWatermark_IsMadeSmaller() => Verify(
        "watermark-long",
        Usual() with { Watermark = new WatermarkSpec("A text that is far too long for the pane it stands in", 128) });

    [Fact]
    public void SymbolWatermark_LooksAsKept() =>
        Verify("watermark-symbol", Usual() with { Display = new DisplayOptions { ShowSymbolWatermark = true } });

    [Fact]
    public void WatermarkOnMadeUpBars_LeavesTheirMarkAlone() => Verify(
        "watermark-sample", Usual() with { IsSample = true, Watermark = new WatermarkSpec("Draft") });

    [Theory]
    [MemberData(nameof(Keys))]
    public void Colour_ChangesThePicture(string key)
    {
        ChartSpec usual = Usual() with { Style = key == ThemeKeys.Line ? ChartStyle.Line : ChartStyle.Candlestick };
        var colors = new Dictionary<string, Rgba> { [key] = new(0x11, 0x77, 0x33) };

        Assert.NotEqual(Png(usual), Png(usual with { ThemeOverrides = colors }));
    }

    [Fact]
    public void BadAppearance_IsRefusedByName()
    {
        string message = Assert.Throws<ArgumentException>(() => ChartComposer.Compose(
            Usual() with
            {
                Watermark = new WatermarkSpec("", 1, 2),
                ThemeOverrides = new Dictionary<string, Rgba> { [ThemeKeys.Background] = new(0, 0, 0, 0) },
            },
            Bars)).Message;

        Assert.Contains("Watermark.Text", message, StringComparison.Ordinal);
        Assert.Contains("Watermark.SizePx", message, StringComparison.Ordinal);
        Assert.Contains("Watermark.Opacity", message, StringComparison.Ordinal);
        Assert.Contains("ThemeOverrides.background", message, StringComparison.Ordinal);
    }

    private static ChartSpec Usual() => TestSpecs.Daily() with { HeightPx = 320 };

    private static byte[] Png(ChartSpec spec) => PngEncoder.Encode(ChartComposer.Compose(spec, Bars).Scene);

    private static void Verify(string name, ChartSpec spec) => GoldenPicture.Verify("appearance", name, spec, Bars);
}
