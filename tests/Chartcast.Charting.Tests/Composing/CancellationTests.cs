using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Tests.Series;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Tests.Composing;

public sealed class CancellationTests
{
    private const int CancelledAt = 10_000;

    [Fact]
    public void Compose_StopsWithinAStudy_WhenItIsNoLongerWanted()
    {
        using var source = new CancellationTokenSource();
        var stream = new CancellingStream(source);
        IndicatorListing usual = TestSpecs.Study("sma").Listing;
        ChartSpec spec = TestSpecs.Daily(TestListings.Study(new IndicatorListing
        {
            Name = usual.Name,
            Aliases = usual.Aliases,
            ShortTitle = usual.ShortTitle,
            Description = usual.Description,
            IsOverlay = usual.IsOverlay,
            Parameters = usual.Parameters,
            Outputs = usual.Outputs,
            WarmUpBars = usual.WarmUpBars,
            Stream = _ => stream,
        }));

        Assert.Throws<OperationCanceledException>(
            () => ChartComposer.Compose(spec, TestSeries.Daily(50_000), source.Token));
        Assert.InRange(stream.Seen, CancelledAt, 20_000);
    }

    [Fact]
    public void Compose_DrawsTheNextChart_AfterOneThatWasStopped()
    {
        ChartSpec spec = TestSpecs.Daily(TestSpecs.Study("sma"));
        BarSeries bars = TestSeries.Daily(200);

        Assert.Throws<OperationCanceledException>(
            () => ChartComposer.Compose(spec, bars, new CancellationToken(canceled: true)));
        Assert.NotEmpty(ChartComposer.Compose(spec, bars, TestContext.Current.CancellationToken).Studies);
    }

    private sealed class CancellingStream(CancellationTokenSource source) : IndicatorStream
    {
        public int Seen { get; private set; }

        public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
        {
            Seen++;
            if (Seen == CancelledAt) source.Cancel();
        }
    }
}
