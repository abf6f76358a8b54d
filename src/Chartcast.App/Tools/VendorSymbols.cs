using Chartcast.App.Engines;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Tools;

/// <summary>TradingView's symbols as Chart-IMG lists them; nothing without a key.</summary>
/// <param name="parts">What belongs to the key, or null.</param>
internal sealed class VendorSymbols(ChartImgParts? parts)
{
    private const string Feed = "tradingview";

    /// <summary>The exchanges there are, when the one that was asked for is none of them.</summary>
    public IReadOnlyList<string> Exchanges { get; private set; } = [];

    /// <summary>What to tell instead of the usual; null for nothing.</summary>
    public string? Note { get; private set; }

    /// <summary>Finds symbols of one exchange.</summary>
    /// <param name="exchange">Its id; without one nothing is asked, since there are some two hundred.</param>
    /// <param name="search">Only symbols or descriptions that contain this, without case.</param>
    /// <param name="type">Only this type, without case.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<IReadOnlyList<SymbolListing>> FindAsync(
        string? exchange, string? search, string? type, CancellationToken cancellationToken)
    {
        string id = exchange?.Trim().TrimEnd(':') ?? "";
        if (parts is null || id.Length == 0 || id is Symbol.FileExchange or Symbol.DemoExchange
            || !ChartImgDirectory.IsExchange(id))
            return [];
        try
        {
            IReadOnlyList<DirectorySymbol> all = await parts.Provider.Directory.SymbolsAsync(id, cancellationToken);
            if (all.Count == 0)
            {
                Exchanges = await parts.Provider.Directory.ExchangesAsync(cancellationToken);
                Note = $"TradingView has no exchange of this name; exchanges lists the {Exchanges.Count} there are.";
            }

            return
            [
                .. all.Where(symbol => Contains(symbol, search) && IsOf(symbol, type)).Select(
                    symbol => new SymbolListing(symbol.Symbol, symbol.Description, symbol.Type, [], Feed)),
            ];
        }
        catch (ChartException exception)
        {
            Note = $"Chart-IMG's list of symbols could not be had: {exception.Message}";
            return [];
        }
    }

    private static bool Contains(DirectorySymbol symbol, string? search) =>
        string.IsNullOrWhiteSpace(search)
        || symbol.Symbol.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)
        || symbol.Description.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(DirectorySymbol symbol, string? type) =>
        string.IsNullOrWhiteSpace(type) || symbol.Type.Equals(type.Trim(), StringComparison.OrdinalIgnoreCase);
}
