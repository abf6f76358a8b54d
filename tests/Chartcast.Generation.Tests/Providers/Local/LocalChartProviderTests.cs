using System.Security.Cryptography;
using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Catalog;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Providers.Local;

public sealed class LocalChartProviderTests
{
    private readonly StillFeed _feed = new();
    private readonly List<ChartStep> _steps = [];
    private readonly LocalChartProvider _provider;

    public LocalChartProviderTests() =>
        _provider = new LocalChartProvider(new FeedChoice([_feed]), new FakeTimeProvider());

    [Fact]
    public async Task Draw_GivesAPictureOfTheAskedSize_AndItsHash()
    {
        ChartProduct product = await DrawAsync(Request() with { WidthPx = 300, HeightPx = 200, PixelRatio = 2 });
        Assert.Equal((600, 400), (product.Image.WidthPx, product.Image.HeightPx));
        Assert.Equal("image/png", product.Image.MimeType);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], product.Image.Bytes.Span[..4].ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(product.Image.Bytes.Span)), product.Image.Sha256);
    }

    [Fact]
    public async Task Draw_ReportsEverything()
    {
        ChartReport report = (await DrawAsync(Request())).Report;
        Assert.Equal(
            ("STILL:WATER", "1D", "candlestick", "local"),
            (report.Symbol, report.Interval, report.ChartType, report.Provider));
        Assert.Equal("STILL", report.Source!.Venue);
        Assert.Equal(116, report.Bars!.Count);
        Assert.Equal(3, report.Bars.Gaps);
        Assert.Matches(@"\A\d{4}-\d\d-\d\d\z", report.Bars.First);
        Assert.Equal(report.Bars.Last, report.Last!.Time);
        Assert.True(report.Last.Closed);
        Assert.Equal(report.Last.Close - 1, report.Last.Open);
        Assert.Equal(1, Math.Abs(report.Last.Change!.Value));
        double previous = report.Last.Close - report.Last.Change.Value;
        Assert.Equal(100 * report.Last.Change.Value / previous, report.Last.ChangePercent!.Value, 1e-9);
        Assert.Contains("2 rows dropped.", report.Warnings);
        Assert.Equal("America/New_York", report.Axes!.Time.TimeZone);
    }

    [Fact]
    public async Task Draw_ReportsIndicatorsWithInputsAndLastValues()
    {
        ChartRequest request = Request() with
        {
            Studies = [Study("Moving Average", 10), Study("Relative Strength Index", 14)],
        };
        ChartReport report = (await DrawAsync(request)).Report;
        Assert.Equal(["Moving Average", "Relative Strength Index"], report.Indicators.Select(one => one.Name));
        Assert.Equal(10, report.Indicators[0].Input["length"].Number);
        Assert.Equal("close", report.Indicators[0].Input["source"].Word);
        // Ten closes in a row are always 100 to 109.
        Assert.Equal(104.5, report.Indicators[0].Plots["Plot"]!.Value, 1e-9);
        Assert.InRange(report.Indicators[1].Plots["Plot"]!.Value, 0, 100);
        Assert.Equal(["price", "RSI"], report.Axes!.Panes.Select(pane => pane.Title));
    }

    [Fact]
    public async Task Draw_GivesNull_WhereAnIndicatorHasNoValueYet()
    {
        ChartReport report = (await DrawAsync(Request() with { Studies = [Study("Moving Average", 1_000)] })).Report;
        Assert.Null(report.Indicators[0].Plots["Plot"]);
    }

    [Fact]
    public async Task Draw_AsksForWarmUp_AndTheBarsThatFitTheWidth()
    {
        StudySpec[] studies = [Study("Moving Average", 200)];
        await DrawAsync(Request() with { Studies = studies });
        Assert.Equal(ChartComposer.DefaultBarCount(800), _feed.LastQuery!.Count);
        Assert.Equal(ChartComposer.WarmUpBars(studies), _feed.LastQuery.WarmUpBars);
        await DrawAsync(Request() with { BarCount = 30 });
        Assert.Equal(30, _feed.LastQuery.Count);
        await DrawAsync(Request() with { From = DateTimeOffset.UnixEpoch });
        Assert.Null(_feed.LastQuery.Count);
    }

    [Fact]
    public async Task Draw_TellsItsSteps_RisingStrictly()
    {
        await DrawAsync(Request());
        Assert.Equal([10, 60, 80], _steps.Select(step => step.Percent));
        Assert.Contains("STILL:WATER", _steps[0].Message);
        Assert.Contains("116 bars", _steps[1].Message);
    }

    [Fact]
    public async Task Draw_Ends_WhenCancelled()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _provider.DrawAsync(Request(), new Collector(_steps), source.Token));
        Assert.Null(_feed.LastQuery);
    }

    [Theory]
    [InlineData(ImageFormat.Png, "image/png", "89504E47")]
    [InlineData(ImageFormat.Jpeg, "image/jpeg", "FFD8FFE0")]
    [InlineData(ImageFormat.Webp, "image/webp", "52494646")]
    [InlineData(ImageFormat.Svg, "image/svg+xml", "3C737667")]
    public async Task Draw_MakesEveryFormat(ImageFormat format, string mimeType, string signature)
    {
        ChartImage image = (await DrawAsync(Request() with { Format = format })).Image;
        Assert.Equal((format, mimeType), (image.Format, image.MimeType));
        Assert.Equal(signature, Convert.ToHexString(image.Bytes.Span[..4]));
    }

    [Fact]
    public async Task Redraw_MakesTheSameBytes_AndOtherFormats()
    {
        ChartProduct product = await DrawAsync(Request());
        Assert.Equal(product.Image.Sha256, _provider.Redraw(Request(), product.Bars!, ImageFormat.Png).Sha256);
        ChartImage svg = _provider.Redraw(Request(), product.Bars!, ImageFormat.Svg);
        ChartProduct drawn = await DrawAsync(Request() with { Format = ImageFormat.Svg });
        Assert.Equal(drawn.Image.Sha256, svg.Sha256);
        string text = System.Text.Encoding.UTF8.GetString(svg.Bytes.Span);
        Assert.Contains("Still Water &lt;Inc.&gt;", text);
        Assert.DoesNotContain("<Inc.>", text);
    }

    [Fact]
    public async Task Table_HasVisibleBars_AndAColumnForEveryPlot()
    {
        ChartRequest request = Request() with
        {
            BarCount = 20, Studies = [Study("Moving Average", 10), Study("Moving Average", 10), Study("MACD", null)],
        };
        ChartProduct product = await DrawAsync(request);
        ChartTable table = _provider.Table(request, product.Bars!);
        Assert.Equal(20, table.RowCount);
        Assert.Equal(product.Report.Bars!.First, table.Times[0]);
        string[] names = [.. table.Columns.Select(column => column.Name)];
        Assert.Equal(["open", "high", "low", "close", "volume"], names[..5]);
        Assert.Equal(names.Length, names.Distinct().Count());
        string signal = Assert.Single(names, name => name.EndsWith("Signal", StringComparison.Ordinal));
        Assert.StartsWith("MACD 12 26 9", signal, StringComparison.Ordinal);
        Assert.All(table.Columns, column => Assert.Equal(20, column.Values.Count));
        Assert.Equal(104.5, table.Columns[5].Values[^1], 1e-9);
    }

    [Fact]
    public async Task Draw_SaysSampleInAPictureOfItsOwn()
    {
        var feeds = new FeedChoice([new StillFeed { IsSample = true }]);
        var sample = new LocalChartProvider(feeds, new FakeTimeProvider());
        ChartProduct marked = await sample.DrawAsync(
            Request(), new Collector(_steps), TestContext.Current.CancellationToken);
        Assert.True(marked.Report.Source!.Sample);
        Assert.NotEqual((await DrawAsync(Request())).Image.Sha256, marked.Image.Sha256);
    }

    private static ChartRequest Request() => new() { Symbol = Symbol.Parse("STILL:WATER") };

    private static StudySpec Study(string name, double? length)
    {
        Assert.True(IndicatorCatalog.TryFind(name, out IndicatorListing? listing));
        IndicatorInput[] inputs = [.. listing.Parameters.Select(parameter =>
            new IndicatorInput(
                parameter.Key, parameter.Key == "length" && length is { } given ? given : parameter.Default))];
        return new StudySpec(listing, inputs, new Dictionary<string, StudyStyleValue>(), false);
    }

    private Task<ChartProduct> DrawAsync(ChartRequest request) =>
        _provider.DrawAsync(request, new Collector(_steps), TestContext.Current.CancellationToken);

    private sealed class Collector(List<ChartStep> steps) : IProgress<ChartStep>
    {
        public void Report(ChartStep value) => steps.Add(value);
    }
}
