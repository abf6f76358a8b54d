using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Drawing.Png;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>What a chart that is disposed leaves to the garbage collector once buffers are there.</summary>
public sealed class AllocationTests
{
    private const long Ceiling = 8 * 1024;
    private const int Shown = 300;
    private const int Charts = 20;

    [Fact]
    public void Chart_AllocatesAtMost8KiB_BesidesThePictureItself()
    {
        StudySpec[] studies =
        [
            TestSpecs.Study("Moving Average", ("length", 20)), TestSpecs.Study("Moving Average", ("length", 50)),
            TestSpecs.Study("Relative Strength Index", ("length", 14)),
        ];
        int warmUp = ChartComposer.WarmUpBars(studies);
        BarSeries bars = TestSeries.Daily(warmUp + Shown);
        ChartSpec spec = TestSpecs.Daily(studies) with { WidthPx = 800, HeightPx = 600, FirstVisible = warmUp };
        for (int i = 0; i < Charts; i++) Draw(spec, bars);

        // The least of several: another thread may have taken a kept buffer once.
        long least = long.MaxValue;
        for (int i = 0; i < Charts; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int picture = Draw(spec, bars);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before - picture);
        }

        Assert.InRange(least, 1, Ceiling);
    }

    private static int Draw(ChartSpec spec, BarSeries bars)
    {
        using ComposedChart chart = ChartComposer.Compose(spec, bars);
        return PngEncoder.Encode(chart.Scene).Length;
    }
}
