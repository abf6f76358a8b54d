using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Levels.PivotPoints;

public sealed class PivotPointsTests
{
    private const long Day = 86_400_000, Hour = 3_600_000;
    private const int Daily = 1;

    [Theory]
    [InlineData(0, new[] { 106, 112, 116, 122, 128, 134, 102, 96, 92, 88, 84.0 })]
    [InlineData(1, new[] { 106, 109.82, 112.18, 116, 0, 0, 102.18, 99.82, 96, 0, 0 })]
    [InlineData(2, new[] { 107, 114, 117, 124, 134, 0, 104, 97, 94, 84, 0.0 })]
    [InlineData(3, new[] { 106, 112, 116, 126, 136, 0, 102, 96, 86, 76, 0.0 })]
    [InlineData(4, new[] { 107, 114, 0, 0, 0, 0, 104, 0, 0, 0, 0.0 })]
    [InlineData(5, new[]
    {
        106, 108 + 11 / 12.0, 108 + 11 / 6.0, 110.75, 113.5, 118.8, 108 - 11 / 12.0, 108 - 11 / 6.0, 105.25, 102.5, 97.2,
    })]
    public void Compute_FollowsFromTheLastDay(double kind, double[] expected)
    {
        // Zero stands for a level that the kind does not know.
        Bar[] bars =
        [
            new(0, 104, 110, 103, 105, 1), new(Hour, 105, 108, 100, 108, 1), new(Day, 109, 109, 109, 109, 1),
            new(Day + Hour, 120, 120, 120, 120, 1),
        ];
        var series = new BarSeries(BarInterval.Parse("1h"), bars);
        IReadOnlyList<IndicatorPlot> plots = Computed.Plots("pivot_points", series, kind, Daily);
        for (int i = 0; i < expected.Length; i++)
        {
            double level = expected[i] == 0 ? double.NaN : expected[i];
            Sheet.AssertSame([double.NaN, double.NaN, level, level], plots[i].Values);
        }
    }

    [Theory]
    [InlineData("1m", 2 * 1440)]
    [InlineData("15m", 2 * 96)]
    [InlineData("30m", 2 * 336)]
    [InlineData("4h", 2 * 42)]
    [InlineData("1D", 2 * 31)]
    [InlineData("1W", 2 * 52)]
    public void Listing_ChoosesThePeriodByTheInterval(string interval, int bars) => Assert.Equal(
        bars, Computed.Listing("pivot_points").PeriodBars([0, 0], BarInterval.Parse(interval)));

    [Fact]
    public void Listing_HidesTheFarLevels() => Assert.Equal(
        ["R4", "R5", "S4", "S5"],
        Computed.Listing("pivot_points").Outputs.Where(output => !output.IsVisible).Select(output => output.Key));

    [Fact]
    public void Listing_WantsNoMoreThanAMonthOfMinutes() => Assert.Equal(
        44_640, Computed.Listing("pivot_points").PeriodBars([0, 5], BarInterval.Parse("1m")));
}
