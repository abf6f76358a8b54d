using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

public sealed class ChartComposerTests
{
    private static readonly (byte R, byte G, byte B) Up = (0x08, 0x99, 0x81);
    private static readonly (byte R, byte G, byte B) Down = (0xF2, 0x36, 0x45);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Axes_FindEveryCandleInThePicture_WithinAPixel(int ratio)
    {
        BarSeries bars = WithLastAbove(TestSeries.Daily(90));
        ChartSpec spec = TestSpecs.Daily() with
        {
            PixelRatio = ratio, ShowVolume = false, ShowGrid = false, FirstVisible = 30,
        };
        ComposedChart chart = ChartComposer.Compose(spec, bars);
        Picture picture = PngFile.Read(PngEncoder.Encode(chart.Scene));
        PaneAxis axis = chart.Axes.Panes[0];
        for (int i = 30; i < bars.Count; i++)
        {
            int x = (int)Math.Floor(chart.Axes.FirstX + (i - 30) * chart.Axes.Spacing + 0.5);
            (byte R, byte G, byte B) color = bars.Closes[i] >= bars.Opens[i] ? Up : Down;
            (int first, int last) = RunOf(picture, x + ratio, color);
            AssertNear(RowOf(axis, Math.Max(bars.Opens[i], bars.Closes[i])), first, $"body top of bar {i}");
            AssertNear(RowOf(axis, Math.Min(bars.Opens[i], bars.Closes[i])), last, $"body bottom of bar {i}");
        }
    }

    [Fact]
    public void Axes_FindTheLineInThePicture_WithinAPixel()
    {
        BarSeries bars = TestSeries.Daily(60);
        ChartSpec spec = TestSpecs.Daily() with
        {
            Style = ChartStyle.Line, ShowVolume = false, ShowGrid = false, FirstVisible = 10, PixelRatio = 2,
        };
        ComposedChart chart = ChartComposer.Compose(spec, bars);
        Picture picture = PngFile.Read(PngEncoder.Encode(chart.Scene));
        for (int i = 11; i < bars.Count - 1; i++)
        {
            int x = (int)Math.Round(chart.Axes.FirstX + (i - 10) * chart.Axes.Spacing);
            double row = RowOf(chart.Axes.Panes[0], bars.Closes[i]);
            (byte r, _, byte b) = picture[x, (int)Math.Round(row)];
            Assert.True(b - r > 60, $"no line at bar {i}: {picture[x, (int)Math.Round(row)]}");
        }
    }

    [Fact]
    public void Compose_MakesTheSameBytesTwice()
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("MACD"), TestSpecs.Study("Bollinger Bands"));
        byte[] first = PngEncoder.Encode(ChartComposer.Compose(spec, TestSeries.Daily(200)).Scene);
        byte[] second = PngEncoder.Encode(ChartComposer.Compose(spec, TestSeries.Daily(200)).Scene);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Compose_AutoscalesOverVisibleBarsAlone()
    {
        List<Bar> bars = [];
        for (int i = 0; i < 100; i++)
        {
            double price = i < 50 ? 10_000 : 100 + i % 7;
            bars.Add(new Bar(i * TestSeries.DayMs, price, price + 1, price - 1, price, 5));
        }

        ChartSpec spec = TestSpecs.Daily() with { FirstVisible = 50 };
        PaneAxis axis = ChartComposer.Compose(spec, new BarSeries(BarInterval.Day, bars)).Axes.Panes[0];
        Assert.InRange(axis.TopValue, 107, 120);
        Assert.InRange(axis.BottomValue, 80, 99);
    }

    [Fact]
    public void Compose_GivesTheLastValueOfEveryPlot()
    {
        BarSeries bars = TestSeries.Daily(120);
        ComposedChart chart = ChartComposer.Compose(
            TestSpecs.Daily(TestSpecs.Study("Moving Average", ("length", 20))), bars);
        double mean = 0;
        for (int i = 100; i < 120; i++) mean += bars.Closes[i] / 20;
        Assert.Equal(mean, chart.Studies[0].LastValues[0], 1e-9);
    }

    [Fact]
    public void Compose_GivesNoValue_WhenThereAreTooFewBars()
    {
        ComposedChart chart = ChartComposer.Compose(
            TestSpecs.Daily(TestSpecs.Study("Moving Average", ("length", 50))), TestSeries.Daily(10));
        Assert.True(double.IsNaN(chart.Studies[0].LastValues[0]));
    }

    [Fact]
    public void Compose_SaysWhichPanesHadNoRoom_AndStillGivesTheirValues()
    {
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Relative Strength Index"), TestSpecs.Study("MACD")) with { HeightPx = 130 };
        ComposedChart chart = ChartComposer.Compose(spec, TestSeries.Daily(120));
        Assert.Equal(2, chart.Axes.Panes.Count);
        string warning = Assert.Single(chart.Warnings);
        Assert.Contains("MACD", warning);
        Assert.Contains("height of 150", warning);
        Assert.False(double.IsNaN(chart.Studies[1].LastValues[0]));
        ComposedChart taller = ChartComposer.Compose(spec with { HeightPx = 150 }, TestSeries.Daily(120));
        Assert.Empty(taller.Warnings);
    }

    [Fact]
    public void Compose_SaysThatVolumeIsMissing()
    {
        ComposedChart chart = ChartComposer.Compose(TestSpecs.Daily(), TestSeries.Daily(30, hasVolume: false));
        Assert.Contains("no volume", Assert.Single(chart.Warnings));
    }

    [Fact]
    public void AltText_IsOneSentenceWithSymbolIntervalRangeLastAndChange()
    {
        BarSeries bars = TestSeries.Daily(30);
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("MACD")) with { IsSample = true };
        string text = ChartComposer.Compose(spec, bars).AltText;
        Assert.StartsWith(
            "Sample data, not a market: NASDAQ:TEST 1D candlestick chart, 2024-01-02 to 2024-02-12, last ", text);
        Assert.Contains("%), with MACD.", text);
        Assert.Equal(text.Length - 1, text.LastIndexOf('.'));
    }

    [Fact]
    public void Compose_ShowsSampleDataInThePicture()
    {
        ComposedChart chart = ChartComposer.Compose(TestSpecs.Daily() with { IsSample = true }, TestSeries.Daily(30));
        Assert.Equal(2, chart.Scene.Texts.Count(text => text.Text == "SAMPLE DATA"));
        chart = ChartComposer.Compose(TestSpecs.Daily(), TestSeries.Daily(30));
        Assert.DoesNotContain(chart.Scene.Texts, text => text.Text.Contains("SAMPLE"));
    }

    [Fact]
    public void Legend_ShowsSymbolPricesChangeAndStudies()
    {
        BarSeries bars = TestSeries.Daily(60);
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Moving Average", ("length", 21))) with { WidthPx = 900 };
        string[] texts = [.. ChartComposer.Compose(spec, bars).Scene.Texts.Select(text => text.Text)];
        foreach (string expected in (string[])["TEST", "1D", "NASDAQ", "O", "H", "L", "C", "SMA", "21"])
            Assert.Contains(expected, texts);
        Assert.Contains(texts, text => text.EndsWith("%)"));
    }

    [Fact]
    public void Averages_OfOneDefaultColourGetColoursOfTheirOwn()
    {
        ChartSpec spec = TestSpecs.Daily(
            TestSpecs.Study("Moving Average", ("length", 10)),
            TestSpecs.Study("Moving Average", ("length", 20)),
            TestSpecs.Study(
                "Moving Average", new() { ["Plot.color"] = new(Color: new Rgba(1, 2, 3)) }, [("length", 30)]));
        Rgba[] colors = [.. ChartComposer.Compose(spec, TestSeries.Daily(90)).Scene.Texts
            .Where(text => text.Style.SizePx == 12 && text.Text.Contains('.') && text.Origin.X < 300)
            .Select(text => text.Style.Color)];
        Assert.Equal(3, colors.Distinct().Count());
        Assert.Contains(new Rgba(1, 2, 3), colors);
    }

    [Theory]
    [InlineData(100, 20)]
    [InlineData(800, 116)]
    [InlineData(4096, 665)]
    public void DefaultBarCount_LeavesCandlesSixPixels(int width, int expected) =>
        Assert.Equal(expected, ChartComposer.DefaultBarCount(width));

    [Fact]
    public void DefaultBarCount_StandsOnWholePixelsAtUsualWidths()
    {
        foreach (int width in (int[])[640, 800, 1000, 1280, 1600])
        {
            ChartSpec spec = TestSpecs.Daily() with { WidthPx = width };
            ComposedChart chart = ChartComposer.Compose(spec, TestSeries.Daily(ChartComposer.DefaultBarCount(width)));
            Assert.Equal(6, chart.Axes.Spacing);
        }
    }

    [Fact]
    public void WarmUpBars_IsTheMostThatAnyStudyNeeds()
    {
        Assert.Equal(0, ChartComposer.WarmUpBars([]));
        StudySpec study = TestSpecs.Study("Moving Average", ("length", 200));
        int average = ChartComposer.WarmUpBars([study]);
        Assert.True(average >= 199);
        Assert.Equal(average, ChartComposer.WarmUpBars([TestSpecs.Study("Volume"), study]));
    }

    [Fact]
    public void Compose_ListsAllFaultsOfASpecification()
    {
        ChartSpec spec = TestSpecs.Daily() with
        {
            WidthPx = 99, HeightPx = 5000, PixelRatio = 5, Theme = "pink", FirstVisible = 30,
        };
        ArgumentException fault = Assert.Throws<ArgumentException>(
            () => ChartComposer.Compose(spec, TestSeries.Daily(30)));
        foreach (string field in (string[])["WidthPx", "HeightPx", "PixelRatio", "Theme", "FirstVisible"])
            Assert.Contains(field, fault.Message);
    }

    /// <summary>Adds a bar far above all others, so that the last-price line crosses none of them.</summary>
    private static BarSeries WithLastAbove(BarSeries bars)
    {
        List<Bar> all = [];
        for (int i = 0; i < bars.Count; i++) all.Add(bars[i]);
        double price = all.Max(bar => bar.High) + 5;
        all.Add(new Bar(all[^1].OpenTimeMs + TestSeries.DayMs, price, price, price - 1, price - 1, 1));
        return new BarSeries(bars.Interval, all);
    }

    private static double RowOf(PaneAxis axis, double value) =>
        axis.TopPx + (axis.TopValue - value) / (axis.TopValue - axis.BottomValue) * (axis.BottomPx - axis.TopPx);

    private static (int First, int Last) RunOf(Picture picture, int x, (byte R, byte G, byte B) color)
    {
        int first = -1, last = -1, best = 0;
        for (int y = 0; y < picture.Height; y++)
        {
            int start = y;
            while (y < picture.Height && picture[x, y] == color) y++;
            if (y - start <= best) continue;
            (first, last, best) = (start, y - 1, y - start);
        }

        return (first, last);
    }

    private static void AssertNear(double expected, int actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1, $"{what}: row {actual}, but the axes say {expected:0.00}");
}
