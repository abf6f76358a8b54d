using Chartcast.Generation.MarketData.Formulas;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.MarketData;

/// <summary>Asks the first feed that covers a symbol.</summary>
/// <remarks>Safe for concurrent use. Never answers with sample data unless the symbol asks for it by name or a demo
/// fallback is given.</remarks>
public sealed class FeedChoice
{
    private const int SuggestionCount = 5;

    private readonly IReadOnlyList<IMarketDataFeed> _feeds;
    private readonly IMarketDataFeed? _demoFallback;

    /// <summary>Takes feeds in the order they are asked.</summary>
    /// <param name="feeds">The feeds; may be empty.</param>
    /// <param name="demoFallback">Answers for symbols that no feed covers (<c>--demo</c>); null for an error
    /// instead.</param>
    public FeedChoice(IReadOnlyList<IMarketDataFeed> feeds, IMarketDataFeed? demoFallback = null)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        _feeds = feeds;
        _demoFallback = demoFallback;
    }

    /// <summary>Whether symbols that no feed covers are answered with sample data.</summary>
    public bool IsDemo => _demoFallback is not null;

    /// <summary>Whether a feed covers the symbol; sample data in place of it does not count.</summary>
    public bool Covers(Symbol symbol) =>
        symbol.Operands().All(operand => _feeds.Any(feed => feed.Covers(operand)));

    /// <summary>Reads bars from the first feed that covers the symbol; those of a formula are computed from the bars of
    /// its symbols.</summary>
    /// <param name="query">Which bars.</param>
    /// <param name="cancellationToken">Ends the reading soon.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.UnknownSymbol"/> with the nearest symbols when no
    /// feed covers it, and whatever the feed itself says.</exception>
    public async ValueTask<MarketDataResult> ReadAsync(MarketDataQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Symbol.IsFormula)
            return await FormulaReader.ReadAsync(query, operand => ReadAsync(operand, cancellationToken));
        foreach (IMarketDataFeed feed in _feeds)
        {
            if (feed.Covers(query.Symbol)) return await feed.ReadAsync(query, cancellationToken);
        }

        if (_demoFallback is null || query.Symbol.Exchange == Symbol.FileExchange)
            throw await UnknownSymbolAsync(query.Symbol, cancellationToken);
        MarketDataResult sample = await _demoFallback.ReadAsync(query, cancellationToken);
        return sample with
        {
            Warnings =
            [
                $"No feed knows {query.Symbol}: these are made-up sample bars (demo mode).",
                .. sample.Warnings,
            ],
        };
    }

    /// <summary>Lists the symbols of all feeds.</summary>
    /// <param name="search">Only symbols or descriptions that contain this text, without case; null or empty for
    /// all.</param>
    /// <param name="exchange">Only this part before the colon, without case; null or empty for all.</param>
    /// <param name="type">Only this type, without case; null or empty for all.</param>
    /// <param name="cancellationToken">Ends the reading soon.</param>
    public async ValueTask<IReadOnlyList<SymbolListing>> ListAsync(
        string? search, string? exchange, string? type, CancellationToken cancellationToken)
    {
        var found = new List<SymbolListing>();
        foreach (IMarketDataFeed feed in _feeds)
        {
            foreach (SymbolListing listing in await feed.ListAsync(cancellationToken))
            {
                if (Contains(listing, search) && IsOf(listing, exchange) && Same(listing.Type, type))
                    found.Add(listing);
            }
        }

        return found;
    }

    private static bool Contains(SymbolListing listing, string? search) =>
        string.IsNullOrWhiteSpace(search)
        || listing.Symbol.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)
        || listing.Description.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(SymbolListing listing, string? exchange) =>
        string.IsNullOrWhiteSpace(exchange)
        || listing.Symbol.StartsWith(exchange.Trim().TrimEnd(':') + ":", StringComparison.OrdinalIgnoreCase);

    private static bool Same(string type, string? wanted) =>
        string.IsNullOrWhiteSpace(wanted) || type.Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    private async ValueTask<ChartException> UnknownSymbolAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        IReadOnlyList<SymbolListing> all = await ListAsync(null, null, null, cancellationToken);
        string[] names = [.. all.Select(listing => listing.Symbol)];
        string[] near =
        [
            .. NearestNames.Find(symbol.ToString(), names, SuggestionCount),
            .. names.Where(name => name.EndsWith(":" + symbol.Ticker, StringComparison.OrdinalIgnoreCase)),
        ];
        return new ChartException(new ChartError
        {
            Code = ChartErrorCode.UnknownSymbol,
            Message = $"symbol: no data for {symbol}. Put a CSV file into the data folder and ask for FILE:<name>, "
                + "or name the symbol in symbols.json; set CHART_IMG_API_KEY to have it drawn by Chart-IMG; or ask for "
                + "sample data by name, such as DEMO:BTC.",
            Suggestions = [.. near.Distinct().Take(SuggestionCount)],
        });
    }
}
