using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

public sealed class TextTableTests
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    [Fact]
    public void Rows_AreTheClosesTheVolumesAndEveryPlot()
    {
        string[] lines = Lines(TestSpecs.Daily(
            TestSpecs.Study("Moving Average", ("length", 3)), TestSpecs.Study("MACD")), TestSeries.Daily(90));
        Assert.Equal(
            ["close", "volume", "SMA 3 close", "MACD 12 26 9 close Histogram", "MACD 12 26 9 close MACD",
                "MACD 12 26 9 close Signal"],
            lines.Select(line => line[..28].TrimEnd()));
        Assert.All(lines, line => Assert.Matches(@" [▁▂▃▄▅▆▇█·]{40} low \S+ high \S+ last \S+$", line));
    }

    [Fact]
    public void Cells_RiseWithTheValues_AndEndWithTheLast()
    {
        BarSeries bars = new(BarInterval.Day, [.. Enumerable.Range(0, 8).Select(
            i => new Bar(i * 86_400_000L, i, i, i, i, double.NaN))]);
        string line = Assert.Single(Lines(TestSpecs.Daily() with { PriceDecimals = 0 }, bars));
        Assert.Equal($"{"close",-28} {Blocks} low 0 high 7 last 7", line);
    }

    [Fact]
    public void FlatPrices_AreInTheMiddle()
    {
        string line = Lines(TestSpecs.Daily(), TestSeries.Flat(5, 10))[0];
        Assert.Contains(" ▅▅▅▅▅ low 10.00 high 10.00 last 10.00", line);
    }

    [Fact]
    public void MissingValues_AreDots_AndStudiesWithoutAnyAreSaid()
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Moving Average", ("length", 400)));
        ComposedChart chart = ChartComposer.Compose(spec, TestSeries.Daily(30));
        Assert.Contains("SMA 400 close                " + new string('·', 30) + " no values", chart.TextTable());
        Assert.Contains(chart.Warnings, warning => warning.StartsWith("SMA 400 close (Moving Average) has no value"));
    }

    [Fact]
    public void Volume_IsNamedAsTheReason_WhereTheSourceHasNone()
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("VWAP"));
        ComposedChart chart = ChartComposer.Compose(spec, TestSeries.Daily(30, hasVolume: false));
        Assert.Contains(chart.Warnings, warning => warning.Contains("VWAP") && warning.Contains("needs volume"));
    }

    [Theory]
    [InlineData("Coppock Curve", "in_0", -10_000, "in_0, length in bars, gives values from 1 on.")]
    [InlineData("Standard Error Bands", "periods", 2, "periods, length in bars, gives values from 3 on.")]
    public void Input_IsNamedAsTheReason_WhereItIsTooSmallForAnyValue(
        string study, string key, double value, string reason)
    {
        ComposedChart chart = ChartComposer.Compose(
            TestSpecs.Daily(TestSpecs.Study(study, (key, value))), TestSeries.Daily(90));
        Assert.Contains(chart.Warnings, warning => warning.Contains(study) && warning.EndsWith(reason));
    }

    [Fact]
    public void OtherSymbol_IsNamedAsTheReason_WhereItsBarsAreNotThere()
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Correlation Coefficient"));
        Assert.Contains(
            "CC BINANCE:BTCUSDT close 20 (Correlation Coefficient) has no value in the bars shown: "
            + "the bars of BINANCE:BTCUSDT are not there.",
            ChartComposer.Compose(spec, TestSeries.Daily(90)).Warnings);
    }

    [Fact]
    public void BarsThatTheOtherSymbolLacks_AreCounted()
    {
        BarSeries bars = TestSeries.Daily(90);
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("Correlation Coefficient")) with
        {
            StudySeries = [new ComparedSeries("BINANCE:BTCUSDT", TestSeries.EverySecond(bars))],
        };
        Assert.Equal(
            ["BINANCE:BTCUSDT has no bar at 45 of the 90 bars shown; Correlation Coefficient counts its last one before."],
            ChartComposer.Compose(spec, bars).Warnings);
    }

    [Fact]
    public void ManyPlots_AreCounted()
    {
        ChartSpec spec = TestSpecs.Daily([.. Enumerable.Range(1, 20).Select(
            length => TestSpecs.Study("Moving Average", ("length", length)))]);
        string[] lines = Lines(spec, TestSeries.Daily(60));
        Assert.Equal(2 + 16 + 1, lines.Length);
        Assert.Equal("and 4 more plots", lines[^1]);
    }

    private static string[] Lines(ChartSpec spec, BarSeries bars) =>
        ChartComposer.Compose(spec, bars).TextTable().Split('\n');
}
