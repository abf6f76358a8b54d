using System.Globalization;
using System.Text;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Csv;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Tests.Stores;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Tests.Providers.Local;

public sealed class OfferedIntervalsTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1m", "1D")]
    [InlineData("2h", "1D")]
    [InlineData("1D", "1D")]
    [InlineData("1W", "1W")]
    [InlineData("1M", "1M")]
    public async Task Draw_TakesTheNearestCoarserBars_WhereThereAreNoShorterOnes(string asked, string drawn)
    {
        ChartRequest request = Request(asked) with { TakesCoarserBars = true, Warnings = ["first"] };
        LocalChartProvider provider = Provider();

        ChartProduct product = await DrawAsync(provider, request);

        Assert.Equal(drawn, product.Report.Interval);
        Assert.Equal(BarInterval.Parse(drawn), product.Bars!.Series.Interval);
        string[] told = [.. product.Report.Warnings.Where(warning => warning.Contains("coarser", StringComparison.Ordinal))];
        Assert.Equal("first", product.Report.Warnings[0]);
        if (asked == drawn) Assert.Empty(told);
        else Assert.Equal($"There are no {asked} bars of FILE:days, so the nearest coarser ones are shown: {drawn}.", Assert.Single(told));
        // Drawn again from the kept request, the chart is the same.
        Assert.Equal(product.Image.Sha256, provider.Redraw(request, product.Bars, ImageFormat.Png).Sha256);
        Assert.Equal(drawn, (await provider.ReadAsync(request, TestContext.Current.CancellationToken)).Report.Interval);
    }

    [Fact]
    public async Task Draw_Refuses_WhenOnlyTheIntervalItselfWillDo()
    {
        ChartException refused = await Assert.ThrowsAsync<ChartException>(() => DrawAsync(Provider(), Request("1m")));
        Assert.Equal(ChartErrorCode.IntervalUnavailable, refused.Error.Code);
    }

    [Fact]
    public async Task Draw_SaysWhatIsMissing_WhenThereIsNoSuchSymbol()
    {
        ChartRequest request = Request("1m") with { Symbol = Symbol.Parse("FILE:none"), TakesCoarserBars = true };
        ChartException refused = await Assert.ThrowsAsync<ChartException>(() => DrawAsync(Provider(), request));
        Assert.Equal(ChartErrorCode.UnknownSymbol, refused.Error.Code);
    }

    private static ChartRequest Request(string interval) =>
        new() { Symbol = Symbol.Parse("FILE:days"), Interval = BarInterval.Parse(interval), Range = "ALL" };

    private static Task<ChartProduct> DrawAsync(LocalChartProvider provider, ChartRequest request) =>
        provider.DrawAsync(request, new Progress<ChartStep>(), TestContext.Current.CancellationToken);

    private LocalChartProvider Provider()
    {
        var text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        for (int i = 0; i < 200; i++)
        {
            DateOnly day = new DateOnly(2025, 6, 2).AddDays(i / 5 * 7 + i % 5);
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{100 + i},{102 + i},{99 + i},{101 + i},{1000 + i}\n");
        }

        File.WriteAllText(Path.Combine(_folder.Path, "days.csv"), text.ToString());
        return new LocalChartProvider(
            new FeedChoice([new CsvFolderFeed(_folder.Path, TimeProvider.System)]), TimeProvider.System);
    }
}
