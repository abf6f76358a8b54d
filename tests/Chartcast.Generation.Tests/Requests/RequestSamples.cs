using System.Security.Cryptography;
using Chartcast.Generation.Events;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Tests.Requests;

internal static class RequestSamples
{
    public static readonly DateTimeOffset Noon = new(2025, 6, 12, 12, 0, 0, TimeSpan.Zero);

    public static ChartRequest Request(string symbol = "NASDAQ:AAPL") => new() { Symbol = Symbol.Parse(symbol) };

    public static ChartRecord Record(string id, string symbol = "NASDAQ:AAPL", string? clientId = "client-1") => new()
    {
        RequestId = id,
        Caller = new ChartCaller(clientId, "guide") { Owner = "owner-of-" + clientId },
        Request = Request(symbol),
        Status = ChartStatus.Queued,
        CreatedAt = Noon,
    };

    public static ChartEventDraft Draft(
        string requestId, ChartEventKind kind = ChartEventKind.Progress, string symbol = "NASDAQ:AAPL",
        string? clientId = "client-1") => new()
    {
        RequestId = requestId,
        ClientId = clientId,
        Owner = "owner-of-" + clientId,
        Symbol = symbol,
        Interval = "1D",
        Kind = kind,
        Percent = 5,
        Message = $"{kind} of {requestId}",
        Timestamp = Noon,
    };

    public static ChartProduct Product(string text = "picture", int bars = 30)
    {
        byte[] bytes = [0x89, 0x50, 0x4E, 0x47, .. System.Text.Encoding.UTF8.GetBytes(text)];
        var source = new SourceReport("DEMO", "sample", 0, Noon, "none", true);
        var report = new ChartReport
        {
            Symbol = "NASDAQ:AAPL",
            Interval = "1D",
            ChartType = "candlestick",
            Provider = "local",
            Source = source,
            Bars = new BarsReport(bars, "2025-01-01", "2025-01-30", 0),
            Indicators =
            [
                new IndicatorReport(
                    "Moving Average",
                    new Dictionary<string, InputValue> { ["length"] = new(20), ["source"] = new(0, "close") },
                    new Dictionary<string, double?> { ["Plot"] = 12.5, ["Other"] = null }),
            ],
            Axes = new AxesReport(new TimeAxisReport(10, 2.5, "UTC"), [new PaneAxisReport("price", 0, 100, 2, 1)]),
            Warnings = ["one gap"],
        };
        var image = new ChartImage(ImageFormat.Png, 800, 600, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return new ChartProduct(image, report, new ChartBars(Series(bars), 3, 2, source, "Some company"));
    }

    public static BarSeries Series(int count) => new(
        BarInterval.Day,
        [.. Enumerable.Range(0, count).Select(i => new Bar(
            (20_000L + i) * 86_400_000, 100 + (i * 0.25), 101 + (i * 0.25), 99.5 + (i * 0.25), 100.75 + (i * 0.25),
            i % 7 == 0 ? double.NaN : 1_000_000 + i))]);
}

/// <summary>A provider that does what a test tells it.</summary>
internal sealed class ScriptedProvider(
    Func<ChartRequest, IProgress<ChartStep>, CancellationToken, Task<ChartProduct>> draw, bool callsOutside = false,
    ChartProduct? kept = null)
    : IChartProvider
{
    private int _calls;

    public string Name => "scripted";

    public bool CallsOutside => callsOutside;

    public int Calls => Volatile.Read(ref _calls);

    public ChartProduct? Kept(ChartRequest request, IProgress<ChartStep> progress) => kept;

    public Task<ChartProduct> DrawAsync(
        ChartRequest request, IProgress<ChartStep> progress, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return draw(request, progress, cancellationToken);
    }
}
