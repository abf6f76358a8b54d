using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Tests.Specs;

public sealed class ChartStylesTests
{
    [Theory]
    [InlineData("candlestick", ChartStyle.Candlestick)]
    [InlineData("candle", ChartStyle.Candlestick)]
    [InlineData("bar", ChartStyle.Bar)]
    [InlineData("line", ChartStyle.Line)]
    [InlineData("area", ChartStyle.Area)]
    [InlineData("heikin_ashi", ChartStyle.HeikinAshi)]
    [InlineData("heikinAshi", ChartStyle.HeikinAshi)]
    [InlineData("hollow_candle", ChartStyle.HollowCandle)]
    [InlineData("hollowCandle", ChartStyle.HollowCandle)]
    [InlineData("baseline", ChartStyle.Baseline)]
    [InlineData("hi_lo", ChartStyle.HiLo)]
    [InlineData("hiLo", ChartStyle.HiLo)]
    [InlineData("column", ChartStyle.Column)]
    [InlineData("step_line", ChartStyle.StepLine)]
    [InlineData("hlc_area", ChartStyle.HlcArea)]
    public void TryParse_KnowsNamesAndChartImgsAliases(string name, ChartStyle style)
    {
        Assert.True(ChartStyles.TryParse(name, out ChartStyle parsed));
        Assert.Equal(style, parsed);
    }

    [Theory]
    [InlineData("Candlestick")]
    [InlineData("HeikinAshi")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_RefusesTheRest(string? name) => Assert.False(ChartStyles.TryParse(name, out _));

    [Fact]
    public void Fault_NamesTheNearest() =>
        Assert.Equal("candlestick", ChartStyles.Fault("chartType", "candelstick").Suggestions[0]);

    [Fact]
    public void WireName_IsWhatTryParseReads() => Assert.All(
        Enum.GetValues<ChartStyle>(),
        style => Assert.True(ChartStyles.TryParse(style.WireName(), out ChartStyle parsed) && parsed == style));
}
