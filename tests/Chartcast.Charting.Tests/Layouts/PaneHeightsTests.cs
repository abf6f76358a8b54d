using Chartcast.Charting.Layouts;

namespace Chartcast.Charting.Tests.Layouts;

public sealed class PaneHeightsTests
{
    [Theory]
    [InlineData(572, 1, 126)]
    [InlineData(572, 2, 126)]
    [InlineData(572, 5, 69)]
    [InlineData(200, 3, 40)]
    public void StudyPaneHeight_IsAFairShare(int height, int panes, int expected) =>
        Assert.Equal(expected, PaneHeights.StudyPaneHeight(height, panes));

    [Fact]
    public void ThePricePaneAlwaysKeepsItsLeastHeight()
    {
        for (int height = 72; height < 4096; height += 13)
        {
            for (int asked = 0; asked <= 25; asked++)
            {
                int panes = PaneHeights.StudyPanesWithin(height, asked);
                int study = PaneHeights.StudyPaneHeight(height, panes);
                int price = height - panes * (study + ChartLayout.SeparatorPx);
                Assert.True(price >= PaneHeights.LeastPricePx, $"{price} of {height} with {panes}");
                Assert.True(panes == 0 || study >= PaneHeights.LeastPx, $"{study} of {height} with {panes}");
            }
        }
    }
}
