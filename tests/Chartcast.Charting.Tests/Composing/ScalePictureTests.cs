using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Scales, compared symbols and what is shown or hidden, pixel for pixel.</summary>
public sealed class ScalePictureTests
{
    private const int WarmUp = 200;
    private const int Shown = 90;

    public static TheoryData<string> Modes() => [.. ScaleModes.Names];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Mode_LooksAsKept(string name)
    {
        ChartSpec spec = Averages() with { Scale = new ScaleOptions { Mode = Mode(name) } };
        GoldenPicture.Verify("scales", Kebab(name), spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Theory]
    [InlineData("regular", "candlestick")]
    [InlineData("logarithmic", "area")]
    [InlineData("percent", "bar")]
    [InlineData("regular", "line")]
    public void Inverted_LooksAsKept(string name, string styleName)
    {
        Assert.True(ChartStyles.TryParse(styleName, out ChartStyle style));
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Bollinger Bands"), TestSpecs.Study("Relative Strength Index"),
            TestSpecs.Study("MACD")) with
        {
            Style = style,
            FirstVisible = WarmUp,
            Scale = new ScaleOptions { Mode = Mode(name), IsInverted = true, AreStudiesInverted = true },
        };
        GoldenPicture.Verify("scales", $"inverted-{Kebab(name)}-{styleName}", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Theory]
    [InlineData(420)]
    [InlineData(900)]
    public void Logarithm_OfALongRise_LooksAsKept(int height)
    {
        ChartSpec spec = TestSpecs.Daily() with
        {
            HeightPx = height, PriceDecimals = 4, Scale = new ScaleOptions { Mode = ScaleMode.Logarithmic },
        };
        GoldenPicture.Verify("scales", $"logarithmic-rise-{height}", spec, TestSeries.Growing(240, 0.02, 1.05));
    }

    [Theory]
    [InlineData("both", 92.0, 108.0)]
    [InlineData("from", 85.0, null)]
    [InlineData("to", null, 125.0)]
    public void PriceRange_LooksAsKept(string name, double? from, double? to)
    {
        ChartSpec spec = Averages() with { Scale = new ScaleOptions { PriceRange = new PriceRangeSpec(from, to) } };
        GoldenPicture.Verify("scales", $"range-{name}", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Theory]
    [InlineData("percent", "light")]
    [InlineData("percent", "dark")]
    [InlineData("indexedTo100", "light")]
    [InlineData("logarithmic", "light")]
    public void Compared_LookAsKept(string name, string theme)
    {
        ChartSpec spec = Compared() with
        {
            Theme = theme,
            Scale = new ScaleOptions { Mode = name == "percent" ? null : Mode(name) },
        };
        GoldenPicture.Verify("compare", $"{Kebab(name)}-{theme}", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void Formula_LooksAsKept()
    {
        ChartSpec spec = Averages() with { Symbol = "NASDAQ:AAPL/NASDAQ:MSFT", PriceDecimals = 4, ShowVolume = false };
        GoldenPicture.Verify("compare", "formula", spec, TestSeries.Daily(WarmUp + Shown, scale: 0.0001));
    }

    [Fact]
    public void Labels_LookAsKept()
    {
        ChartSpec spec = Compared() with
        {
            Studies = [TestSpecs.Study("Bollinger Bands"), TestSpecs.Study("MACD")],
            Display = new DisplayOptions { ShowStudyPlotNames = true, ShowSymbolLabels = true },
        };
        GoldenPicture.Verify("flags", "labels", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void Quiet_LooksAsKept()
    {
        ChartSpec spec = Averages() with
        {
            Display = new DisplayOptions
            {
                ShowLegend = false,
                ShowPriceLine = false,
                ShowVerticalGrid = false,
                ShowSeriesLastValue = false,
                ShowStudyLastValue = false,
            },
        };
        GoldenPicture.Verify("flags", "quiet", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void LegendWithoutValues_LooksAsKept()
    {
        ChartSpec spec = Averages() with
        {
            Display = new DisplayOptions
            {
                ShowLegendValues = false,
                ShowSeriesPrices = false,
                ShowBarChange = false,
                ShowHorizontalGrid = false,
            },
        };
        GoldenPicture.Verify("flags", "names-only", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void HiddenMainPane_LooksAsKept()
    {
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Moving Average"), TestSpecs.Study("Relative Strength Index"),
            TestSpecs.Study("MACD")) with
        {
            FirstVisible = WarmUp, IsSample = true, Display = new DisplayOptions { ShowMainPane = false },
        };
        GoldenPicture.Verify("flags", "without-main-pane", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void MainPaneHeight_LooksAsKept()
    {
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Relative Strength Index"), TestSpecs.Study("MACD")) with
        {
            FirstVisible = WarmUp, Display = new DisplayOptions { MainPaneHeightPx = 120 },
        };
        GoldenPicture.Verify("flags", "main-pane-120", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(22)]
    [InlineData(50)]
    public void ScalesFont_LooksAsKept(int size)
    {
        ChartSpec spec = Averages() with { Display = new DisplayOptions { ScalesFontPx = size } };
        GoldenPicture.Verify("flags", $"font-{size}", spec, TestSeries.Daily(WarmUp + Shown));
    }

    [Fact]
    public void FreeSlots_LookAsKept()
    {
        ChartSpec spec = Averages() with { FreeSlots = 40 };
        GoldenPicture.Verify("flags", "free-slots-40", spec, TestSeries.Daily(WarmUp + Shown));
    }

    private static ChartSpec Averages() => TestSpecs.Daily(
        TestSpecs.Study("Moving Average", ("length", 20)), TestSpecs.Study("Moving Average", ("length", 50))) with
    {
        FirstVisible = WarmUp,
    };

    private static ChartSpec Compared() => TestSpecs.Daily() with
    {
        FirstVisible = WarmUp,
        Compared =
        [
            new ComparedSeries("NYSE:OTHER", TestSeries.Daily(WarmUp + Shown, seed: 21, scale: 0.2)),
            new ComparedSeries("BINANCE:GAPPY", TestSeries.EverySecond(TestSeries.Daily(WarmUp + Shown, 99, 0.00004)), 6),
        ],
    };

    private static ScaleMode Mode(string name)
    {
        Assert.True(ScaleModes.TryParse(name, out ScaleMode mode));
        return mode;
    }

    private static string Kebab(string name) => name == "indexedTo100" ? "indexed-to-100" : name;
}
