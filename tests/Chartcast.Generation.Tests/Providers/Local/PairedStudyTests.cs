using System.Text.Json;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.MarketData.Sample;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.Local;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Indicators.Bars;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Providers.Local;

/// <summary>Studies that read the bars of another symbol besides the chart's.</summary>
public sealed class PairedStudyTests
{
    private const int Length = 30;

    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));
    private static readonly FeedChoice Feeds = new([new SampleFeed(Time)]);
    private static readonly LocalChartProvider Provider = new(Feeds, Time);

    [Theory]
    [InlineData("1D")]
    [InlineData("1h")]
    public async Task Draw_CorrelatesTheClosesOfBothSymbols_WarmUpIncluded(string interval)
    {
        ChartRequest request = Read($$"""
            {"symbol":"DEMO:BTC","interval":"{{interval}}","bars":50,
            "indicators":[{"type":"correlation","symbol":"demo:eth","length":{{Length}}}]}
            """);
        ChartProduct product = await DrawAsync(request);
        double[] btc = await ClosesAsync("DEMO:BTC", interval), eth = await ClosesAsync("DEMO:ETH", interval);
        IReadOnlyList<double> shown = Assert.Single(
            Provider.Table(request, product.Bars!).Columns, column => column.Name == $"CC DEMO:ETH close {Length}").Values;
        Assert.Equal(50, shown.Count);
        for (int i = 0; i < shown.Count; i++)
        {
            int end = btc.Length - shown.Count + i + 1;
            Assert.Equal(Pearson(btc[(end - Length)..end], eth[(end - Length)..end]), shown[i], 1e-9);
        }

        IndicatorReport report = Assert.Single(product.Report.Indicators);
        Assert.Equal("DEMO:ETH", report.Input["symbol"].Word);
        Assert.Equal(shown[^1], report.Plots["Correlation"]!.Value);
    }

    [Fact]
    public async Task Redraw_MakesTheSameBytes_FromStoredBars()
    {
        ChartRequest request = Read(
            """{"symbol":"DEMO:BTC","indicators":[{"name":"Correlation Coefficient","input":{"symbol":"DEMO:ETH"}}]}""");
        ChartProduct product = await DrawAsync(request);
        ChartBars stored = ChartBarsCodec.Decode(ChartBarsCodec.Encode(product.Bars!));
        ChartRequest kept = ChartRequestCodec.Decode(ChartRequestCodec.Encode(request), request.ArgumentsJson);
        Assert.Equal(product.Image.Sha256, Provider.Redraw(kept, stored, ImageFormat.Png).Sha256);
        Assert.Equal(
            Provider.Table(request, product.Bars!).Columns[^1].Values, Provider.Table(kept, stored).Columns[^1].Values);
    }

    [Fact]
    public void Fingerprint_TellsTheSymbolsApart() => Assert.NotEqual(
        RequestFingerprint.Of(Read("""{"symbol":"DEMO:BTC","indicators":["correlation:DEMO:ETH"]}""")),
        RequestFingerprint.Of(Read("""{"symbol":"DEMO:BTC","indicators":["correlation:DEMO:LTC"]}""")));

    [Fact]
    public async Task Draw_ReadsASymbolOnce_ThatSeveralStudiesRead()
    {
        ChartProduct product = await DrawAsync(Read(
            """{"symbol":"DEMO:BTC","indicators":["correlation:DEMO:ETH","correlation:DEMO:ETH,open,50","correlation:DEMO:LTC"]}"""));
        Assert.Equal(["DEMO:ETH", "DEMO:LTC"], product.Bars!.StudySeries.Select(series => series.Symbol));
        Assert.All(product.Report.Indicators, report => Assert.NotNull(report.Plots["Correlation"]));
    }

    [Fact]
    public async Task Draw_SaysWhatMainSymbolsDo_AndWhichField_ForAnUnknownSymbol()
    {
        ChartRequest request = Read("""{"symbol":"DEMO:BTC","indicators":["rsi","correlation:NASDAQ:QQQ"]}""");
        ChartException exception = await Assert.ThrowsAsync<ChartException>(() => DrawAsync(request));
        ChartException main = await Assert.ThrowsAsync<ChartException>(
            () => DrawAsync(Read("""{"symbol":"NASDAQ:QQQ"}""")));
        Assert.Equal(main.Error.Code, exception.Error.Code);
        Assert.Equal($"indicators[1].symbol: {main.Error.Message}", exception.Error.Message);
        Assert.Equal("indicators[1].symbol", Assert.Single(exception.Error.Faults).Field);
    }

    private static ChartRequest Read(string json) => ChartRequestReader.Read(JsonElement.Parse(json));

    private static Task<ChartProduct> DrawAsync(ChartRequest request) =>
        Provider.DrawAsync(request, new Progress<ChartStep>(), TestContext.Current.CancellationToken);

    private static async Task<double[]> ClosesAsync(string symbol, string interval)
    {
        MarketDataResult result = await Feeds.ReadAsync(
            new MarketDataQuery(Symbol.Parse(symbol), BarInterval.Parse(interval), 50, Length - 1, null, null),
            TestContext.Current.CancellationToken);
        return result.Series.Closes.ToArray();
    }

    private static double Pearson(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        return x.Zip(y).Sum(pair => (pair.First - meanX) * (pair.Second - meanY))
            / Math.Sqrt(x.Sum(value => Math.Pow(value - meanX, 2)) * y.Sum(value => Math.Pow(value - meanY, 2)));
    }
}
