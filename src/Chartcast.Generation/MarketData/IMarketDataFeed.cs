using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData;

/// <summary>Delivers bars.</summary>
public interface IMarketDataFeed
{
    /// <summary>The wire name: <c>csv</c>, <c>sample</c>.</summary>
    string Name { get; }

    /// <summary>Whether this feed answers for a symbol.</summary>
    bool Covers(Symbol symbol);

    /// <summary>Reads bars at the asked interval, derived from shorter ones where the feed has only those.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.UnknownSymbol"/>,
    /// <see cref="ChartErrorCode.IntervalUnavailable"/>, <see cref="ChartErrorCode.DataUnreadable"/> or
    /// <see cref="ChartErrorCode.NoData"/>.</exception>
    ValueTask<MarketDataResult> ReadAsync(MarketDataQuery query, CancellationToken cancellationToken);

    /// <summary>The symbols it offers.</summary>
    ValueTask<IReadOnlyList<SymbolListing>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>Which bars are wanted.</summary>
/// <param name="Symbol">Of what.</param>
/// <param name="Interval">At which interval.</param>
/// <param name="Count">How many bars to show at most; null for all in the range.</param>
/// <param name="WarmUpBars">How many more before the first shown one, where they exist.</param>
/// <param name="From">Earliest open time to show, or null.</param>
/// <param name="To">Latest open time to show, or null for the newest.</param>
public sealed record MarketDataQuery(
    Symbol Symbol, BarInterval Interval, int? Count, int WarmUpBars, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>The zone that times without one are read in, where neither the source nor its settings name theirs: the
    /// chart's, so that its labels show what the source says. Null for UTC.</summary>
    public TimeZoneInfo? AssumedZone { get; init; }

    /// <summary>Which part of the trading day intraday bars are given of; null for all bars the feed has, without
    /// a word about sessions.</summary>
    public TradingSession? Session { get; init; }

    /// <summary>How many bars the shown ones lie further in the past, 0–1000: as many newer bars are left
    /// out.</summary>
    public int ShiftLeftBars { get; init; }
}

/// <summary>Bars and where they came from.</summary>
public sealed record MarketDataResult
{
    /// <summary>Warm-up bars and the bars to show, oldest first; at least one to show.</summary>
    public required BarSeries Series { get; init; }

    /// <summary>Index of the first bar to show.</summary>
    public required int FirstVisible { get; init; }

    /// <summary>Decimals of the prices, 0–12.</summary>
    public required int PriceDecimals { get; init; }

    /// <summary>The symbol's name as the feed gives it, such as a company's; untrusted text; null when
    /// unknown.</summary>
    public string? Description { get; init; }

    /// <summary>Where the bars came from.</summary>
    public required SourceReport Source { get; init; }

    /// <summary>Whether the last bar is finished.</summary>
    public required bool LastBarClosed { get; init; }

    /// <summary>How many intervals inside the shown range have no bar, weekends and session breaks not
    /// counted.</summary>
    public int Gaps { get; init; }

    /// <summary>The bars of the symbols that are compared with these; empty for none.</summary>
    public IReadOnlyList<MarketDataResult> Compared { get; init; } = [];

    /// <summary>Dropped rows, derived intervals and the like.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A symbol a feed offers.</summary>
/// <param name="Symbol">How to ask for it.</param>
/// <param name="Description">What it is; untrusted text.</param>
/// <param name="Type"><c>stock</c>, <c>index</c>, <c>forex</c>, <c>crypto</c>, <c>sample</c>, <c>file</c> …</param>
/// <param name="Intervals">Names of the intervals it can be drawn at.</param>
/// <param name="Feed">The feed's wire name.</param>
public sealed record SymbolListing(
    string Symbol, string Description, string Type, IReadOnlyList<string> Intervals, string Feed);
