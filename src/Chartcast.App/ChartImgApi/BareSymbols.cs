using Chartcast.Generation.MarketData;

namespace Chartcast.App.ChartImgApi;

/// <summary>Gives v1's symbols without an exchange the one they are known at here.</summary>
internal sealed class BareSymbols(FeedChoice feeds)
{
    private const int LongestSymbol = 200;

    /// <summary>The symbol with its exchange; null when there is none.</summary>
    /// <param name="text">The symbol as it came; the case of letters does not matter.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async ValueTask<string?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length > LongestSymbol) return null;
        if (text.Contains(':', StringComparison.Ordinal))
            return Symbol.TryParse(text, out Symbol symbol, out _) ? symbol.ToString() : null;
        string ending = ":" + text.Trim();
        foreach (SymbolListing listing in await feeds.ListAsync(text, null, null, cancellationToken))
        {
            if (listing.Symbol.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && !listing.Symbol.StartsWith(Symbol.DemoExchange + ":", StringComparison.Ordinal))
                return listing.Symbol;
        }

        // Nobody names an exchange, so nothing but sample data can be meant where those are wanted.
        return feeds.IsDemo && Symbol.TryParse(Symbol.DemoExchange + ending, out Symbol sample, out _)
            ? sample.ToString()
            : null;
    }
}
