using Chartcast.Charting.Composing;
using Chartcast.Charting.Layouts;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>As many panes as a request may ask for, on pictures of several heights.</summary>
public sealed class ManyPanesTests
{
    private const int Asked = 25;

    /// <summary>Rows of separators between panes.</summary>
    private const int MostBetweenPx = 4;

    [Theory]
    [InlineData(600)]
    [InlineData(2000)]
    [InlineData(4096)]
    public void Panes_StandBelowEachOther_OrAreSaidToHaveNoRoom(int height)
    {
        StudySpec[] studies =
        [
            .. IndicatorCatalog.All.Where(listing => !listing.IsOverlay).Take(Asked)
                .Select(listing => TestSpecs.Study(listing.Name)),
        ];
        ComposedChart chart = ChartComposer.Compose(
            TestSpecs.Daily(studies) with { HeightPx = height }, TestSeries.Daily(200));
        PaneAxis[] panes = [.. chart.Axes.Panes];

        Assert.Equal("price", panes[0].Title);
        Assert.All(panes, pane => Assert.True(pane.BottomPx - pane.TopPx + 1 >= PaneHeights.LeastPx, $"{pane}"));
        for (int i = 1; i < panes.Length; i++)
            Assert.InRange(panes[i].TopPx - panes[i - 1].BottomPx, 0, MostBetweenPx);
        Assert.InRange(panes[^1].BottomPx, 0, height);
        Assert.Equal(Asked, chart.Studies.Count);
        string[] left = [.. studies.Skip(panes.Length - 1).Select(study => study.Listing.ShortTitle)];
        Assert.Equal(left.Length == 0, chart.Warnings.Count == 0);
        Assert.All(left, title => Assert.Contains(
            chart.Warnings, warning => warning.Contains(title, StringComparison.Ordinal)));
        Assert.Equal(height > 600, left.Length == 0);
    }
}
