using Chartcast.Charting.Composing;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Drawings;

/// <summary>What pictures of drawings must show, told in pixels, texts and warnings.</summary>
public sealed class DrawingFactsTests
{
    private const int Shown = 40;

    private static readonly BarSeries Bars = TestSeries.Daily(Shown);

    [Fact]
    public void Drawings_DoNotChangeTheScale()
    {
        ComposedChart plain = Compose();
        ComposedChart drawn = Compose(
            """{"type":"hline","price":500}""",
            """{"type":"trend_line","start":"2020-01-01","startPrice":1,"end":"2030-01-01","endPrice":900,"extendRight":true}""");

        Assert.Equal(plain.Axes.FirstX, drawn.Axes.FirstX);
        Assert.Equal(plain.Axes.Panes[0], drawn.Axes.Panes[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void HorizontalLine_FillsJustTheRowOfItsPrice(int ratio)
    {
        ComposedChart chart = Compose(
            Spec("""{"type":"hline","price":150,"lineWidth":1,"color":"#FF00FF"}""") with { PixelRatio = ratio });
        int row = RowOf(chart, 150);
        Picture picture = Paint(chart);

        for (int y = row - 3 * ratio; y <= row + 3 * ratio; y++)
        {
            // Of an even thickness the upper half lies above the row.
            bool isLine = y >= row - ratio / 2 && y < row - ratio / 2 + ratio;
            Assert.Equal(isLine, IsMagenta(picture, 5, y));
        }
    }

    [Theory]
    [InlineData("2024-01-02", 0)]
    [InlineData("2024-01-10T15:30:00Z", 6)]
    [InlineData("2024-01-13", 8 + 1.0 / 3)]
    [InlineData("2024-02-27", 40)]
    public void VerticalLine_FillsJustTheColumnOfItsTime(string time, double slot)
    {
        ComposedChart chart = Compose($$"""{"type":"vline","time":"{{time}}","lineWidth":1,"color":"#FF00FF"}""");
        int column = (int)Math.Floor(chart.Axes.FirstX + slot * chart.Axes.Spacing + 0.5);
        Picture picture = Paint(chart);

        for (int x = Math.Max(0, column - 3); x <= column + 3; x++)
            Assert.Equal(x == column, IsMagenta(picture, x, 60));
    }

    [Fact]
    public void TrendLine_KeepsItsSlope_HoweverFarItsEndsLieOutside()
    {
        // From 100 years before to 100 years after: the middle is where a line between nearer points is.
        ComposedChart chart = Compose(
            """{"type":"trend_line","start":"1924-01-29","startPrice":-9850,"end":"2124-01-29","endPrice":10150,"color":"#FF00FF"}""");
        DrawingSpec drawing = Spec("""{"type":"vline","time":"2024-01-29"}""").Drawings[0];
        double slot = new TimePlacement(Bars, new ChartClock(Bars.Interval, TimeZoneInfo.Utc))
            .SlotOf(drawing.Input("datetime")!.Value.Time!.Value);
        Picture picture = Paint(chart);
        int column = (int)(chart.Axes.FirstX + slot * chart.Axes.Spacing);
        int row = RowOf(chart, 150);

        Assert.Contains(
            Enumerable.Range(row - 12, 25), y => IsMagenta(picture, column, y));
    }

    [Theory]
    [InlineData("top", true)]
    [InlineData("bottom", false)]
    public void Order_PutsADrawingBeforeOrBehindTheBars(string order, bool isBefore)
    {
        double close = (Bars.Opens[20] + Bars.Closes[20]) / 2;
        string price = close.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        ComposedChart chart = Compose(
            $$"""{"type":"hline","price":{{price}},"lineWidth":1,"color":"#FF00FF","zOrder":"{{order}}"}""");
        int column = (int)Math.Floor(chart.Axes.FirstX + 20 * chart.Axes.Spacing + 0.5);

        Assert.Equal(isBefore, IsMagenta(Paint(chart), column, RowOf(chart, close)));
    }

    [Theory]
    [InlineData(ScaleMode.Logarithmic, false)]
    [InlineData(ScaleMode.Percent, true)]
    [InlineData(ScaleMode.IndexedTo100, false)]
    public void Drawings_FollowEveryScale(ScaleMode mode, bool isInverted)
    {
        ChartSpec spec = Spec(
            """{"type":"hline","price":150,"lineWidth":1,"color":"#FF00FF"}""",
            """{"type":"zone","top":155,"bottom":145}""",
            """{"type":"trend_line","start":"2024-01-02","startPrice":-5,"end":"2024-02-20","endPrice":150,"extendLeft":true}""",
            """{"type":"fib","start":"2024-01-02","startPrice":0,"end":"2024-02-20","endPrice":150}""");
        ComposedChart chart = Compose(
            spec with { Scale = ScaleOptions.Default with { Mode = mode, IsInverted = isInverted } });
        Picture picture = Paint(chart);

        Assert.Contains(Enumerable.Range(0, chart.Scene.HeightPx), y => IsMagenta(picture, 5, y));
    }

    [Theory]
    [InlineData("""{"type":"hline","price":500}""", "drawing 1 (Horizontal Line at 500.00) lies outside the visible prices")]
    [InlineData("""{"type":"vline","time":"2020-01-01"}""", "drawing 1 (Vertical Line at 2020-01-01) lies outside the visible times 2024-01-02 to 2024-02-26.")]
    [InlineData("""{"type":"text","time":"2024-01-10","price":1,"text":"a"}""", "drawing 1 (Text at 1.00) lies outside the visible prices")]
    [InlineData("""{"type":"marker","time":"2031-01-10","side":"buy"}""", "drawing 1 (Marker at 2031-01-10) lies outside the visible times")]
    [InlineData("""{"type":"rectangle","start":"2020-01-01","end":"2020-02-01","startPrice":150,"endPrice":160}""", "drawing 1 (Rectangle at 2020-01-01 to 2020-02-01) lies outside")]
    [InlineData("""{"type":"text","time":"2024-01-10","price":150,"text":"\u05d0\u05d1"}""", "drawing 1 (Text) has characters in its text that the built-in fonts lack")]
    [InlineData("""{"name":"Trend Line","input":{"startDatetime":"2024-01-10","startPrice":150,"endDatetime":"2024-01-20","endPrice":151,"text":"a"}}""", "override showLabel with true")]
    public void Warnings_TellWhatDoesNotShow(string json, string part) =>
        Assert.Contains(part, Assert.Single(Compose(json).Warnings), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":"rectangle","start":"2020-01-01","end":"2020-02-01","startPrice":150,"endPrice":160,"extendRight":true}""")]
    [InlineData("""{"type":"trend_line","start":"2020-01-01","end":"2020-02-01","startPrice":150,"endPrice":160,"extendRight":true}""")]
    [InlineData("""{"type":"zone","top":900}""")]
    [InlineData("""{"type":"zone","end":"2030-01-01"}""")]
    [InlineData("""{"type":"note","text":"Anywhere"}""")]
    [InlineData("""{"type":"order","text":"a","quantity":"1"}""")]
    public void Warnings_AreNone_WhereSomethingShows(string json) => Assert.Empty(Compose(json).Warnings);

    [Fact]
    public void Warnings_AreCounted_WhenThereAreMany()
    {
        ComposedChart chart = Compose([.. Enumerable.Repeat("""{"type":"hline","price":500}""", 50)]);

        Assert.Equal(6, chart.Warnings.Count);
        Assert.Contains("45 more", chart.Warnings[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_TellOfPricesWithoutRoomOnTheAxis() => Assert.EndsWith(
        "prices of drawings have no room on the axis.",
        Assert.Single(Compose([.. Enumerable.Repeat("""{"type":"hline","price":150}""", 50)]).Warnings),
        StringComparison.Ordinal);

    [Fact]
    public void Warnings_TellWhenTheMainPaneIsOff()
    {
        ChartSpec spec = Spec("""{"type":"hline","price":150}""", """{"type":"vline","time":"2024-01-10"}""") with
        {
            Studies = [TestSpecs.Study("Relative Strength Index")],
            Display = DisplayOptions.Default with { ShowMainPane = false },
        };

        Assert.Contains(Compose(spec).Warnings, warning => warning.StartsWith("drawings are not shown", StringComparison.Ordinal));
    }

    [Fact]
    public void AltText_NamesTheDrawings() => Assert.EndsWith(
        ", and 2 drawings: Horizontal Line, Zone.",
        Compose("""{"type":"hline","price":150}""", """{"type":"zone","top":150}""").AltText, StringComparison.Ordinal);

    [Fact]
    public void Position_CountsQuantityAmountsAndRatio()
    {
        ComposedChart chart = Compose(
            """
            {"name":"Long Position","input":{"startDatetime":"2024-01-10","entryPrice":150,"targetPrice":156,
            "stopPrice":148},"override":{"showStats":true,"accountSize":10000,"risk":2,"lotSize":5}}
            """);
        string texts = string.Join('|', chart.Scene.Texts.Select(text => text.Text));

        // 2 % of 10,000 is 200; 200 / (2 × 5) is 20 lots; the target brings 20 × 5 × 6.
        Assert.Contains("Target: 6.00 (4.00%), Amount: 10,600", texts, StringComparison.Ordinal);
        Assert.Contains("Qty: 20", texts, StringComparison.Ordinal);
        Assert.Contains("Risk/reward ratio: 3", texts, StringComparison.Ordinal);
        Assert.Contains("Stop: 2.00 (1.33%), Amount: 9,800", texts, StringComparison.Ordinal);
    }

    [Fact]
    public void DatePriceRange_CountsBarsTimeVolumeAndChange()
    {
        ComposedChart chart = Compose(
            """{"type":"measure","start":"2024-01-02","startPrice":150,"end":"2024-01-09","endPrice":153}""");
        double volume = 0;
        for (int i = 0; i <= 5; i++) volume += Bars.Volumes[i];
        string[] texts = [.. chart.Scene.Texts.Select(text => text.Text)];

        Assert.Contains("3.00 (2.00%)", texts);
        Assert.Contains("5 bars, 7d", texts);
        Assert.Contains($"Vol {PriceFormat.Volume.Text(volume)}", texts);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 100)]
    [InlineData(0.5, 150)]
    [InlineData(1.618, 38.2)]
    public void FibLevel_LiesAtItsShareOfTheMove(double coeff, double price) =>
        Assert.Equal(price, FibLevel.PriceAt(200, 100, coeff, isLogarithmic: false), 9);

    [Fact]
    public void FibLevel_LiesAtTheRatio_WhenLogarithmic()
    {
        Assert.Equal(200, FibLevel.PriceAt(400, 100, 0.5, isLogarithmic: true), 9);
        Assert.Equal(50, FibLevel.PriceAt(100, 0, 0.5, isLogarithmic: true), 9);
    }

    [Fact]
    public void VerticalLine_WritesItsTimeInTheZoneOfTheChart()
    {
        BarSeries bars = TestSeries.Intraday("1h", TestSeries.Utc(2024, 5, 1, 10), 40);
        ChartSpec spec = TestSpecs.Intraday("1h", "America/New_York") with
        {
            Drawings = TestDrawings.Read("""{"type":"vline","time":"2024-05-02T00:00:00Z"}"""),
        };

        Assert.Contains(ChartComposer.Compose(spec, bars).Scene.Texts, text => text.Text == "Wed 01 May '24  20:00");
    }

    private static ChartSpec Spec(params string[] jsons) => TestSpecs.Daily() with
    {
        ShowVolume = false, Drawings = TestDrawings.Read(jsons),
    };

    private static ComposedChart Compose(params string[] jsons) => Compose(Spec(jsons));

    private static ComposedChart Compose(ChartSpec spec) => ChartComposer.Compose(spec, Bars);

    private static Picture Paint(ComposedChart chart) => PngFile.Read(PngEncoder.Encode(chart.Scene));

    private static bool IsMagenta(Picture picture, int x, int y) => picture[x, y] is (> 200, < 60, > 200);

    private static int RowOf(ComposedChart chart, double price)
    {
        PaneAxis pane = chart.Axes.Panes[0];
        double share = (pane.TopValue - price) / (pane.TopValue - pane.BottomValue);
        return (int)Math.Floor(pane.TopPx + share * (pane.BottomPx - pane.TopPx) + 0.5);
    }
}
