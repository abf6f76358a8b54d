using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Tests.Volume.VolumeColumns;

public sealed class VolumeColumnsTests
{
    [Fact]
    public void Compute_ColorsByCloseAgainstOpen_AndKeepsUnknownVolumes()
    {
        BarSeries bars = new(
            BarInterval.Day,
            [new Bar(0, 2, 3, 1, 3, 10), new Bar(1, 2, 3, 1, 2, double.NaN), new Bar(2, 2, 3, 1, 1, 0)]);
        Assert.True(IndicatorCatalog.TryFind("volume", out IndicatorListing? listing));
        IndicatorPlot plot = Assert.Single(listing.Compute(bars, []));
        Assert.Equal([10, double.NaN, 0], plot.Values);
        Assert.Equal([1, 1, 0], plot.ColorIndexes!.Select(index => (int)index));
        Assert.StartsWith("rgba(247,82,95", listing.Outputs[0].Colors[0]);
    }
}
