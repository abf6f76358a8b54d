using System.Text.Json;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Providers.ChartImg.Caches;
using Chartcast.Generation.Providers.ChartImg.Calls;
using Chartcast.Generation.Requests;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>A symbol as Chart-IMG lists it.</summary>
/// <param name="Symbol">As charts are asked for, such as <c>NASDAQ:AAPL</c>.</param>
/// <param name="Description">What it is; untrusted text.</param>
/// <param name="Type"><c>spot</c>, <c>swap</c>, <c>futures</c>, <c>index</c>, <c>stock</c>, <c>fund</c> …</param>
public sealed record DirectorySymbol(string Symbol, string Description, string Type);

/// <summary>Chart-IMG's lists of exchanges and their symbols (v3).</summary>
/// <remarks>Whether such calls count against the day's limit is not documented: they are counted, and
/// answers are kept for a day. Thread-safe.</remarks>
public sealed class ChartImgDirectory
{
    private const string ListPath = "v3/tradingview/exchange/list";
    private const string SymbolsPath = "v3/tradingview/exchange/";
    private const int LongestExchange = 50;
    private const int NotFound = 404;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly ChartImgClient _client;
    private readonly ChartImgResilience _resilience;
    private readonly IListCache? _cache;
    private readonly SingleFlight<ReadOnlyMemory<byte>> _flights = new();

    internal ChartImgDirectory(
        ChartImgClient client, ChartImgOptions options, ChartImgAccount account, IListCache? cache, TimeProvider time,
        ILogger logger, Func<double> chance, ChartImgInstruments? instruments)
    {
        _client = client;
        _cache = cache;
        _resilience = new ChartImgResilience(
            options, options.Directory, account, time, logger, chance, "directory", instruments);
    }

    /// <summary>Whether a text can be the id of an exchange.</summary>
    public static bool IsExchange(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= LongestExchange
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_');
    }

    /// <summary>The ids of all exchanges, upper case.</summary>
    /// <exception cref="ChartException">They could not be had.</exception>
    public Task<IReadOnlyList<string>> ExchangesAsync(CancellationToken cancellationToken) =>
        ListAsync(
            ListPath, static item => item.ValueKind == JsonValueKind.String ? item.GetString() : null,
            cancellationToken);

    /// <summary>All symbols of an exchange; empty when Chart-IMG has none.</summary>
    /// <param name="exchange">Its id; whatever its case.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ChartException">They could not be had.</exception>
    public async Task<IReadOnlyList<DirectorySymbol>> SymbolsAsync(string exchange, CancellationToken cancellationToken)
    {
        if (!IsExchange(exchange)) return [];
        string path = $"{SymbolsPath}{exchange.ToLowerInvariant()}";
        return await ListAsync(path, item => SymbolOf(item, exchange), cancellationToken);
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        string path, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        ReadOnlyMemory<byte> json = await _flights.RunAsync(path, token => FetchAsync(path, token), cancellationToken);
        if (json.IsEmpty) return [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (!document.RootElement.TryGetProperty("payload"u8, out JsonElement list)
                || list.ValueKind != JsonValueKind.Array)
                return [];
            return [.. list.EnumerateArray().Select(read).OfType<T>()];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ChartException(
                ChartErrorCode.UpstreamFailed, "Chart-IMG's list could not be read: try again later.", exception);
        }
    }

    private async Task<ReadOnlyMemory<byte>> FetchAsync(string path, CancellationToken cancellationToken)
    {
        if (_cache?.Find(path, KeptFor) is { } kept) return kept;
        ChartImgCall call = ChartImgCalls.List(path);
        ChartImgReply reply = await _resilience.RunAsync(
            (attempt, token) => _client.SendAsync(call, attempt, token), SilentWaits.Instance, cancellationToken);
        // An exchange without symbols has an empty list or 404: the documentation does not say which.
        if (reply.Status == NotFound && path != ListPath) return default;
        if (reply.Error is { } error) throw new ChartException(error);
        _cache?.Keep(path, reply.Json!.Value);
        return reply.Json!.Value;
    }

    private static DirectorySymbol? SymbolOf(JsonElement item, string exchange)
    {
        if (item.ValueKind != JsonValueKind.Object || TextOf(item, "symbol") is not { Length: > 0 } symbol) return null;
        string of = TextOf(item, "exchange") ?? exchange.ToUpperInvariant();
        return new DirectorySymbol(
            $"{of}:{symbol}", OneLine.Clean(TextOf(item, "description") ?? ""), TextOf(item, "type") ?? "");
    }

    private static string? TextOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private sealed class SilentWaits : IChartImgWaits
    {
        public static readonly SilentWaits Instance = new();

        public void ForTheNextAttempt(TimeSpan wait, int nextAttempt)
        {
        }

        public void ForTheRate(TimeSpan wait)
        {
        }
    }
}
