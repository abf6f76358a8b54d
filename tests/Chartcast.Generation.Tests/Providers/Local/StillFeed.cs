using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Tests.Providers.Local;

/// <summary>A feed of bars that never change: day n closes at 100 + n mod 10.</summary>
internal sealed class StillFeed : IMarketDataFeed
{
    public const int BarsHeld = 400;

    public string Name => "still";

    public MarketDataQuery? LastQuery { get; private set; }

    public bool IsSample { get; init; }

    public bool Covers(Symbol symbol) => symbol.Exchange == "STILL";

    public ValueTask<MarketDataResult> ReadAsync(MarketDataQuery query, CancellationToken cancellationToken)
    {
        LastQuery = query;
        int visible = Math.Min(query.Count ?? 50, BarsHeld);
        int warmUp = Math.Min(query.WarmUpBars, BarsHeld - visible);
        var bars = new Bar[visible + warmUp];
        for (int i = 0; i < bars.Length; i++)
        {
            double close = 100 + i % 10;
            bars[i] = new Bar(i * 86_400_000L, close - 1, close + 2, close - 2, close, i == 0 ? double.NaN : 1_000 + i);
        }

        return ValueTask.FromResult(new MarketDataResult
        {
            Series = new BarSeries(query.Interval, bars),
            FirstVisible = warmUp,
            PriceDecimals = 2,
            Description = "Still Water <Inc.>",
            Source = new SourceReport("STILL", Name, null, DateTimeOffset.UnixEpoch, "none", IsSample),
            LastBarClosed = true,
            Gaps = 3,
            Warnings = ["2 rows dropped."],
        });
    }

    public ValueTask<IReadOnlyList<SymbolListing>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<SymbolListing>>([]);
}
