using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Golden;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>Where trading days begin, pixel for pixel.</summary>
public sealed class SessionPictureTests
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Breaks_LookAsKept(string theme)
    {
        ChartSpec spec = Sessions() with { Theme = theme };
        GoldenPicture.Verify("sessions", theme, spec, TestSeries.Sessions(4));
    }

    [Fact]
    public void Breaks_AreLeftOut_WhenNotWanted() => GoldenPicture.Verify(
        "sessions", "hidden", Sessions() with { Display = new DisplayOptions { ShowSessionBreaks = false } },
        TestSeries.Sessions(4));

    [Fact]
    public void Breaks_AreLeftOut_WhenTheyWouldCrowd() => GoldenPicture.Verify(
        "sessions", "many", Sessions() with { WidthPx = 400, Studies = [] }, TestSeries.Sessions(60));

    private static ChartSpec Sessions() => TestSpecs.Daily(TestSpecs.Study("Relative Strength Index")) with
    {
        Interval = BarInterval.Parse("15m"),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York"),
    };
}
