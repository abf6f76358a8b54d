using Chartcast.Charting.Specs;
using Chartcast.Charting.Synthetics;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Synthetics;

/// <summary>The bars that styles make, by hand-worked closes.</summary>
public sealed class BrickTests
{
    public static TheoryData<ChartStyle> Styles() =>
        [.. Enum.GetValues<ChartStyle>().Where(style => style >= ChartStyle.Renko)];

    [Fact]
    public void Renko_TurnsAfterTwoBoxes() => Assert.Equal(
        [(100, 101), (101, 102), (102, 103), (102, 101), (101, 102 - 2)],
        Prices(Renko.Of(Closes(100, 101.5, 103.2, 102.5, 101.5, 101, 100.4, 100), 1)));

    [Fact]
    public void Renko_HoldsTheExtremeAgainstTheBrickInItsWick()
    {
        BarSeries bricks = Renko.Of(
            new BarSeries(BarInterval.Day, [Bar(0, 100, 100, 100, 100), Bar(1, 100, 101.2, 98.7, 101.1)]), 1);

        Assert.Equal(98.7, bricks.Lows[0]);
        Assert.Equal(101, bricks.Highs[0]);
    }

    [Fact]
    public void LineBreak_TurnsWhenTheLastLinesArePassed() => Assert.Equal(
        [(100, 101), (101, 103), (103, 104), (103, 99), (99, 98)],
        Prices(LineBreak.Of(Closes(100, 101, 103, 102, 104, 100.5, 99, 99.5, 98), 3)));

    [Fact]
    public void Kagi_TurnsAfterTheReversal() => Assert.Equal(
        [(100, 105), (105, 102), (102, 104.5)],
        Prices(Kagi.Of(Closes(100, 101, 103, 105, 103.5, 103, 102, 103, 104.5), 2)));

    [Fact]
    public void PointAndFigure_TurnsAfterThreeBoxes() => Assert.Equal(
        [(100, 105), (104, 101), (102, 104)],
        Prices(PointAndFigure.Of(Closes(100, 103.4, 105.9, 104, 102.5, 101.2, 100.9, 103.9, 104.2), 1, 3)));

    [Fact]
    public void RangeBars_AllHaveTheRange_ButTheLast()
    {
        BarSeries made = RangeBars.Of(TestSeries.Daily(80), 1.5);

        for (int i = 0; i < made.Count - 1; i++) Assert.Equal(1.5, made.Highs[i] - made.Lows[i], 1e-9);
        for (int i = 1; i < made.Count - 1; i++) Assert.Equal(made.Closes[i - 1], made.Opens[i], 1e-9);
        Assert.InRange(made.Highs[^1] - made.Lows[^1], 0, 1.5 + 1e-9);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void EveryStyle_KeepsVolumeAndTimesAndBounds(ChartStyle style)
    {
        BarSeries bars = TestSeries.Daily(200);
        DrawnBars drawn = DrawnBars.Of(style, new Dictionary<string, StudyStyleValue>(), 2, bars, 50);

        Assert.InRange(drawn.Bars.Count, 2, 2_000);
        Assert.True(drawn.Bars.OpenTimesMs[drawn.FirstVisible] >= bars.OpenTimesMs[50]);
        Assert.True(drawn.Bars.OpenTimesMs[^1] <= bars.OpenTimesMs[^1] + 1_000);
        double volume = 0;
        foreach (double one in drawn.Bars.Volumes) volume += one;
        Assert.InRange(volume, 1, bars.Volumes.ToArray().Sum() * (1 + 1e-9));
        for (int i = 0; i < drawn.Bars.Count; i++)
        {
            Bar bar = drawn.Bars[i];
            Assert.InRange(bar.Open, bar.Low, bar.High);
            Assert.InRange(bar.Close, bar.Low, bar.High);
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void HostileSizes_MakeBoundedBars(ChartStyle style)
    {
        var tiny = new Dictionary<string, StudyStyleValue>
        {
            ["renkoStyle.boxSize"] = new(Number: 1e-300),
            ["kagiStyle.reversal"] = new(Word: "0.000001%"),
            ["rangeStyle.range"] = new(Number: 1e-300),
            ["pointFigureStyle.boxSize"] = new(Number: 1e-300),
        };
        DrawnBars drawn = DrawnBars.Of(style, tiny, 12, TestSeries.Daily(300, scale: 1e9), 0);
        Assert.InRange(drawn.Bars.Count, 1, BrickBuilder.MostBricks);

        DrawnBars flat = DrawnBars.Of(style, new Dictionary<string, StudyStyleValue>(), 2, TestSeries.Flat(30, 100), 10);
        Assert.Equal(1, flat.Bars.Count);
    }

    [Fact]
    public void BoxSize_IsANumber_WhereItsStepsAreNone()
    {
        BoxSize size = BoxSize.Of(TestSeries.Daily(100), new StudyStyleValue(Number: 1e300), 10);
        Assert.Equal(1e300, size.Price);
        Assert.True(double.IsFinite(PointAndFigure.Of(TestSeries.Daily(100), size.Price, 3)[0].Open));
    }

    [Theory]
    [InlineData("atr", "ATR 14")]
    [InlineData("2%", "2%")]
    public void BoxSize_SaysHowItCameAbout(string word, string note)
    {
        BoxSize size = BoxSize.Of(TestSeries.Daily(100), new StudyStyleValue(Word: word), 2);

        Assert.Contains(note, size.Note, StringComparison.Ordinal);
        Assert.Equal(Math.Round(size.Price * 100), size.Price * 100, 1e-6);
    }

    private static List<(double Open, double Close)> Prices(BarSeries bars)
    {
        var prices = new List<(double, double)>();
        for (int i = 0; i < bars.Count; i++) prices.Add((Math.Round(bars.Opens[i], 9), Math.Round(bars.Closes[i], 9)));
        return prices;
    }

    private static BarSeries Closes(params double[] closes) =>
        new(BarInterval.Day, [.. closes.Select((close, i) => Bar(i, close, close, close, close))]);

    private static Bar Bar(int day, double open, double high, double low, double close) =>
        new(day * TestSeries.DayMs, open, high, low, close, 1);
}
