using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Whole charts, pixel for pixel.</summary>
public sealed class ChartPictureTests
{
    private const int WarmUp = 200;
    private const int Shown = 90;

    public static TheoryData<string, string> StylesAndThemes()
    {
        var data = new TheoryData<string, string>();
        foreach (string style in ChartStyles.Names)
        {
            foreach (string theme in ChartThemes.Names) data.Add(style, theme);
        }

        return data;
    }

    public static TheoryData<string> Indicators() => [.. IndicatorCatalog.All.Select(listing => listing.Name)];

    [Theory]
    [MemberData(nameof(StylesAndThemes))]
    public void Style_LooksAsKept(string styleName, string theme)
    {
        Assert.True(ChartStyles.TryParse(styleName, out ChartStyle style));
        ChartSpec spec = TestSpecs.Daily() with { Style = style, Theme = theme, FirstVisible = WarmUp };
        GoldenPicture.Verify("styles", $"{styleName}-{theme}", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Study_LooksAsKept(string name)
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study(name)) with
        {
            FirstVisible = WarmUp,
            StudySeries = [new ComparedSeries("BINANCE:BTCUSDT", TestSeries.Daily(WarmUp + Shown, seed: 19))],
        };
        string file = name.ToLowerInvariant().Replace(' ', '-').Replace('/', '-').Replace('%', 'p');
        GoldenPicture.Verify("studies", file, spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void Studies_TogetherLookAsKept()
    {
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Moving Average", ("length", 20)),
            TestSpecs.Study("Moving Average Exponential", ("length", 50)),
            TestSpecs.Study("Bollinger Bands"),
            TestSpecs.Study("Relative Strength Index"),
            TestSpecs.Study("MACD")) with
        {
            WidthPx = 1000, HeightPx = 700, Theme = "dark", FirstVisible = WarmUp,
        };
        GoldenPicture.Verify("studies", "many-dark", spec, TestSeries.Daily(WarmUp + 150));
    }

    [Fact]
    public void Overrides_LookAsKept()
    {
        var average = new Dictionary<string, StudyStyleValue>
        {
            ["Plot.color"] = new(Color: new Rgba(255, 109, 0)),
            ["Plot.linewidth"] = new(Number: 3),
            ["Plot.linestyle"] = new(Number: 2),
        };
        var strength = new Dictionary<string, StudyStyleValue>
        {
            ["UpperLimit.value"] = new(Number: 80),
            ["LowerLimit.value"] = new(Number: 20),
            ["LowerLimit.linestyle"] = new(Number: 0),
            ["Hlines Background.visible"] = new(Switch: false),
            ["Plot.plottype"] = new(Word: "step_line"),
        };
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Moving Average", average, [("length", 20)]),
            TestSpecs.Study("Relative Strength Index", strength, []),
            TestSpecs.Study("MACD", new() { ["Histogram.visible"] = new(Switch: false) }, [])) with
        {
            FirstVisible = WarmUp, ShowVolume = false, ShowGrid = false,
        };
        GoldenPicture.Verify("studies", "overrides", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void ForcedOverlays_LookAsKept()
    {
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Volume", null, [], forceOverlay: true),
            TestSpecs.Study("Relative Strength Index", null, [], forceOverlay: true)) with { FirstVisible = WarmUp };
        GoldenPicture.Verify("studies", "forced-overlays", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Theory]
    [InlineData("candlestick")]
    [InlineData("line")]
    public void PixelRatioTwo_LooksAsKept(string styleName)
    {
        Assert.True(ChartStyles.TryParse(styleName, out ChartStyle style));
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Relative Strength Index")) with
        {
            Style = style, WidthPx = 400, HeightPx = 300, PixelRatio = 2, FirstVisible = WarmUp,
        };
        GoldenPicture.Verify("ratios", $"{styleName}-2", spec, TestSeries.Daily(WarmUp + 60));
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(160, 120)]
    [InlineData(260, 180)]
    [InlineData(800, 100)]
    [InlineData(100, 400)]
    public void SmallSizes_LookAsKept(int width, int height)
    {
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Moving Average"), TestSpecs.Study("Relative Strength Index")) with
        {
            WidthPx = width, HeightPx = height, FirstVisible = WarmUp, IsSample = true,
        };
        GoldenPicture.Verify("sizes", $"{width}x{height}", spec, TestSeries.Daily(WarmUp + 40));
    }

    [Theory]
    [InlineData("candlestick", 300)]
    [InlineData("candlestick", 5_000)]
    [InlineData("bar", 5_000)]
    [InlineData("line", 5_000)]
    [InlineData("area", 5_000)]
    public void DenseBars_LookAsKept(string styleName, int count)
    {
        Assert.True(ChartStyles.TryParse(styleName, out ChartStyle style));
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Bollinger Bands"), TestSpecs.Study("MACD")) with
        {
            Style = style, WidthPx = 800, HeightPx = 500, FirstVisible = WarmUp,
        };
        GoldenPicture.Verify("density", $"{styleName}-{count}", spec, TestSeries.Daily(WarmUp + count));
    }

    [Theory]
    [InlineData("America/New_York", 2026, 3, 8, 3)]
    [InlineData("America/New_York", 2026, 11, 1, 3)]
    [InlineData("Europe/London", 2026, 10, 24, 22)]
    public void DaylightSaving_LooksAsKept(string zone, int year, int month, int day, int hour)
    {
        BarSeries bars = TestSeries.Intraday("15m", TestSeries.Utc(year, month, day, hour), 48);
        ChartSpec spec = TestSpecs.Intraday("15m", zone) with { HeightPx = 300 };
        GoldenPicture.Verify("zones", $"{zone.Replace('/', '-')}-{year}-{month:00}-{day:00}", spec, bars);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void SampleData_SaysSo(string theme)
    {
        ChartSpec spec = TestSpecs.Daily() with
        {
            Symbol = "DEMO:TEST", Theme = theme, IsSample = true, FirstVisible = WarmUp,
        };
        GoldenPicture.Verify("sample", theme, spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void OneBar_LooksAsKept() =>
        GoldenPicture.Verify("degenerate", "one-bar", TestSpecs.Daily(), TestSeries.Daily(1));

    [Theory]
    [InlineData("flat", 100.0, 2)]
    [InlineData("huge", 1e300, 2)]
    [InlineData("tiny", 1e-12, 12)]
    public void EqualPrices_LookAsKept(string name, double price, int decimals) =>
        GoldenPicture.Verify(
            "degenerate", name, TestSpecs.Daily() with { PriceDecimals = decimals }, TestSeries.Flat(50, price));

    [Fact]
    public void MissingVolume_LooksAsKept() =>
        GoldenPicture.Verify(
            "degenerate", "no-volume", TestSpecs.Daily(), TestSeries.Daily(60, hasVolume: false));
}
