using Chartcast.Charting.Composing;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Drawing.Svg;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>What holds for every chart: random ones, a thousand in the usual run.</summary>
public sealed class ChartPropertyTests
{
    private const int BlockSize = 50;
    private const int Blocks = 20;
    private const int LongBlocks = 400;
    private const double Slack = 1.001;

    /// <summary>Beyond this a percentage of a value is no number any more.</summary>
    private const double LargestValue = 1e295;

    public static TheoryData<int> FirstSeeds() => [.. Enumerable.Range(0, BlockCount).Select(i => i * BlockSize)];

    private static int BlockCount =>
        Environment.GetEnvironmentVariable("CHARTCAST_LONG_TESTS") == "1" ? LongBlocks : Blocks;

    [Theory]
    [MemberData(nameof(FirstSeeds))]
    public async Task AnyChart_KeepsItsPromises(int firstSeed)
    {
        for (int seed = firstSeed; seed < firstSeed + BlockSize; seed++)
        {
            (ChartSpec spec, BarSeries bars) = RandomCharts.Create(seed);
            try
            {
                ComposedChart chart = ChartComposer.Compose(spec, bars);
                HasTheAskedSize(chart, spec);
                HoldsEveryPlottedValue(chart, spec);
                await IsAlwaysTheSame(chart, spec, bars);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message} {spec}", exception);
            }
        }
    }

    private static void HasTheAskedSize(ComposedChart chart, ChartSpec spec)
    {
        Assert.Equal(spec.WidthPx * spec.PixelRatio, chart.Scene.WidthPx);
        Assert.Equal(spec.HeightPx * spec.PixelRatio, chart.Scene.HeightPx);
        Assert.True(double.IsFinite(chart.Axes.FirstX) && chart.Axes.Spacing > 0);
        Assert.All(chart.Axes.Panes, pane =>
        {
            Assert.InRange(pane.TopPx, 0, chart.Scene.HeightPx);
            Assert.InRange(pane.BottomPx, pane.TopPx, chart.Scene.HeightPx);
            Assert.True(double.IsFinite(pane.TopValue) && double.IsFinite(pane.BottomValue), pane.ToString());
        });
        Assert.InRange(chart.Axes.FirstX, -chart.Axes.Spacing, chart.Scene.WidthPx);
    }

    /// <summary>Prices, overlays and studies are inside their panes wherever the scale is fitted to them.</summary>
    private static void HoldsEveryPlottedValue(ComposedChart chart, ChartSpec spec)
    {
        List<PaneAxis> panes = [.. chart.Axes.Panes];
        bool hasPrices = panes[0].Title == "price";
        if (hasPrices && spec.Scale.PriceRange is null)
        {
            var style = new SeriesStyle(spec);
            for (int i = chart.FirstVisible; i < chart.Bars.Count; i++)
                IsInside(panes[0], chart.Bars[i].Price(style.Source));
            foreach (ComposedStudy study in chart.Studies.Where(one => one.Spec.Listing.IsOverlay))
                AreInside(panes[0], study, chart.FirstVisible, chart.Bars.Count);
        }

        IEnumerable<ComposedStudy> own =
            chart.Studies.Where(one => !one.Spec.Listing.IsOverlay && !one.Spec.ForceOverlay);
        foreach ((PaneAxis pane, ComposedStudy study) in panes.Skip(hasPrices ? 1 : 0).Zip(own))
        {
            Assert.Equal(study.Spec.Listing.ShortTitle, pane.Title);
            AreInside(pane, study, chart.FirstVisible, chart.Bars.Count);
        }
    }

    private static void AreInside(PaneAxis pane, ComposedStudy study, int first, int count)
    {
        for (int plot = 0; plot < study.Plots.Count; plot++)
        {
            if (!study.Spec.Shows(study.Spec.Listing.Outputs[plot])) continue;
            IndicatorPlot values = study.Plots[plot];
            for (int slot = first; slot < count; slot++)
            {
                int at = slot - values.Offset;
                // A value may be finite while its share of the base price is not; there is no row for that.
                if (at < 0 || at >= count || !double.IsFinite(values.Values[at])) continue;
                if (double.IsFinite(AxisRows.RowOf(pane, values.Values[at]))) IsInside(pane, values.Values[at]);
            }
        }
    }

    private static void IsInside(PaneAxis pane, double value)
    {
        double largest = Math.Max(Math.Abs(value), Math.Max(Math.Abs(pane.TopValue), Math.Abs(pane.BottomValue)));
        if (largest > LargestValue) return;
        double row = AxisRows.RowOf(pane, value);
        Assert.True(
            row >= pane.TopPx - Slack && row <= pane.BottomPx + Slack, $"{value} lies at row {row}, outside {pane}");
    }

    private static async Task IsAlwaysTheSame(ComposedChart chart, ChartSpec spec, BarSeries bars)
    {
        byte[] picture = PngEncoder.Encode(chart.Scene);
        byte[] drawing = SvgWriter.Write(chart.Scene, spec.Symbol, chart.AltText);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<byte[]>[] others =
        [
            .. Enumerable.Range(0, 2).Select(_ => Task.Run(
                () => PngEncoder.Encode(ChartComposer.Compose(spec, bars).Scene), cancellation)),
        ];
        foreach (byte[] other in await Task.WhenAll(others)) Assert.True(picture.AsSpan().SequenceEqual(other), "bytes");
        ComposedChart again = ChartComposer.Compose(spec, bars);
        Assert.Equal(drawing, SvgWriter.Write(again.Scene, spec.Symbol, again.AltText));
    }
}
