using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>How the main series looks, and that every key changes it.</summary>
public sealed class SeriesPictureTests
{
    private const int WarmUp = 60;
    private const int Shown = 70;

    private static readonly BarSeries Bars = TestSeries.Daily(WarmUp + Shown, seed: 3);

    private static readonly Rgba Violet = new(0x7E, 0x57, 0xC2);
    private static readonly Rgba Amber = new(0xFF, 0xB3, 0x00);

    public static TheoryData<string> AllKeys() => [.. SeriesStyleKeys.All.Select(key => key.Name)];

    public static TheoryData<string, string, string> Groups() => new()
    {
        { "candles-frames", "candlestick", "upColor=A borderColor=V wickColor=V" },
        { "candles-without-bodies", "candlestick", "drawBody=0" },
        { "candles-without-wicks-and-borders", "candlestick", "drawWick=0 drawBorder=0 barColorsOnPrevClose=1" },
        { "bars-thick", "bar", "thinBars=0 upColor=V downColor=A dontDrawOpen=1" },
        { "line-dashed", "line", "linestyle=2 linewidth=3 color=V priceSource=high" },
        { "area-colours", "area", "color1=V color2=A linecolor=A" },
        { "heikin-ashi-colours", "heikin_ashi", "upColor=V downColor=A borderUpColor=V borderDownColor=A" },
        { "hollow-colours", "hollow_candle", "upColor=V borderUpColor=V downColor=A borderDownColor=A" },
        { "baseline-level", "baseline", "baseLevelPercentage=30 transparency=0 topLineWidth=4 baselineColor=V" },
        { "hi-lo-borders", "hi_lo", "color=A borderColor=V" },
        { "column-source", "column", "priceSource=low barColorsOnPrevClose=0 upColor=V downColor=A" },
        { "renko-percent", "renko", "boxSize=1% upColor=V borderColor=A wickColor=V" },
        { "kagi-reversal", "kagi", "reversal=4 upColor=V downColor=A upLineWidth=5 downLineWidth=2" },
        { "line-break-two", "line_break", "lines=2 upColor=V downColor=A" },
        { "point-and-figure-two", "point_and_figure", "boxSize=1 reversal=2 upColor=V downColor=A" },
        { "range-fixed", "range_bars", "range=2.5 borderColor=V" },
        { "hlc-area-lines", "hlc_area", "linewidth=3 closeLineWidth=1 closeLineColor=V" },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Overrides_LookAsKept(string name, string style, string overrides) =>
        GoldenPicture.Verify("series", name, Spec(style) with { SeriesOverrides = Values(style, overrides) }, Bars);

    [Theory]
    [InlineData("candlestick")]
    [InlineData("hollow_candle")]
    [InlineData("hi_lo")]
    [InlineData("column")]
    [InlineData("baseline")]
    [InlineData("hlc_area")]
    public void DenseBars_LookAsKept(string style) => GoldenPicture.Verify(
        "series", $"{style}-dense", Spec(style) with { FirstVisible = 0 }, TestSeries.Daily(260, seed: 3));

    [Fact]
    public void PixelRatioTwo_LooksAsKept() => GoldenPicture.Verify(
        "series", "frames-ratio-2",
        Spec("candlestick") with
        {
            WidthPx = 320, HeightPx = 220, PixelRatio = 2, FirstVisible = 0,
            SeriesOverrides = Values("candlestick", "upColor=A borderColor=V wickColor=V"),
        },
        Bars.Last(40));

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Key_ChangesThePicture_OfItsOwnStyleAlone(string name)
    {
        Assert.True(SeriesStyleKeys.TryFind(name, out SeriesStyleKey? key));
        int shown = key.Style >= ChartStyle.Renko ? Bars.Count : 25;
        ChartSpec usual = Spec(key.Style.WireName()) with { FirstVisible = Bars.Count - shown };
        var given = new Dictionary<string, StudyStyleValue>();
        // A border of the body's own colour cannot be seen.
        if (key.Attribute == "drawBorder") given[key.Style.KeyPrefix() + ".borderColor"] = new(Color: Amber);
        var overrides = new Dictionary<string, StudyStyleValue>(given) { [name] = Other(key) };

        bool isSame = Same(usual with { SeriesOverrides = given }, usual with { SeriesOverrides = overrides });
        Assert.False(isSame, $"{name} changes nothing.");
        ChartStyle otherStyle = key.Style == ChartStyle.Line ? ChartStyle.Bar : ChartStyle.Line;
        ChartSpec other = usual with { Style = otherStyle };
        Assert.True(Same(other, other with { SeriesOverrides = overrides }));
        string warning = Assert.Single(
            ChartComposer.Compose(other with { SeriesOverrides = overrides }, Bars).Warnings);
        Assert.Contains(name, warning, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Default_IsWhatIsDrawnAnyway(string name)
    {
        Assert.True(SeriesStyleKeys.TryFind(name, out SeriesStyleKey? key));
        if (key.Default is not { } value) return;
        ChartSpec usual = Spec(key.Style.WireName());
        var overrides = new Dictionary<string, StudyStyleValue> { [name] = value };

        Assert.True(Same(usual, usual with { SeriesOverrides = overrides }), $"{name} is not {value} by itself.");
    }

    [Fact]
    public void HeikinAshi_ShowsAveragedPrices_AndSaysSo()
    {
        ChartSpec spec = Spec("heikin_ashi") with { Studies = [TestSpecs.Study("sma", ("length", 1))] };
        ComposedChart chart = ChartComposer.Compose(spec, Bars);

        Bar last = Bars[^1];
        double average = (last.Open + last.High + last.Low + last.Close) / 4;
        Assert.Equal(average, chart.Bars.Closes[^1], 1e-9);
        Assert.Equal(average, chart.Studies[0].LastValues[0], 1e-9);
        Assert.All(
            chart.Warnings, static text => Assert.Contains("Heikin-Ashi", text, StringComparison.Ordinal));
        Assert.Equal(2, chart.Warnings.Count);
        Assert.Contains($"with the close {average:0.00}", chart.Warnings[0], StringComparison.Ordinal);
        Assert.Contains($"last {last.Close:0.00}", chart.AltText, StringComparison.Ordinal);
    }

    private static StudyStyleValue Other(SeriesStyleKey key) => key.Kind switch
    {
        StyleKind.Color => new(Color: Violet),
        StyleKind.Switch => new(Switch: !key.Default!.Value.Switch),
        StyleKind.LineStyle => new(Number: 1),
        StyleKind.LineWidth => new(Number: 5),
        StyleKind.PriceSource => new(Word: "low"),
        StyleKind.BoxSize => new(Number: 1.25),
        StyleKind.Count => new(Number: 2),
        _ => new(Number: 20),
    };

    private static ChartSpec Spec(string style)
    {
        Assert.True(ChartStyles.TryParse(style, out ChartStyle parsed));
        return TestSpecs.Daily() with { Style = parsed, HeightPx = 320, FirstVisible = WarmUp, ShowVolume = false };
    }

    private static bool Same(ChartSpec left, ChartSpec right) =>
        Png(left).AsSpan().SequenceEqual(Png(right));

    private static byte[] Png(ChartSpec spec) => PngEncoder.Encode(ChartComposer.Compose(spec, Bars).Scene);

    /// <summary>Writes <c>color=V</c> as an override: V and A are colours, 0 and 1 switches where the key is one.</summary>
    private static Dictionary<string, StudyStyleValue> Values(string style, string overrides)
    {
        Assert.True(ChartStyles.TryParse(style, out ChartStyle parsed));
        var values = new Dictionary<string, StudyStyleValue>();
        foreach (string one in overrides.Split(' '))
        {
            string[] pair = one.Split('=');
            string name = $"{parsed.KeyPrefix()}.{pair[0]}";
            Assert.True(SeriesStyleKeys.TryFind(name, out SeriesStyleKey? key), name);
            values[name] = key.Kind switch
            {
                StyleKind.Color => new(Color: pair[1] == "V" ? Violet : Amber),
                StyleKind.Switch => new(Switch: pair[1] == "1"),
                StyleKind.PriceSource => new(Word: pair[1]),
                StyleKind.BoxSize when !char.IsAsciiDigit(pair[1][^1]) => new(Word: pair[1]),
                _ => new(Number: double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)),
            };
        }

        return values;
    }
}
