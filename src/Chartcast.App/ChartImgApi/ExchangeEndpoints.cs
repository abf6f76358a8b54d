using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.Generation.MarketData;

namespace Chartcast.App.ChartImgApi;

/// <summary>v3: the exchanges and symbols that the feeds here know.</summary>
internal sealed class ExchangeEndpoints(ChartEngine engine, ApiPipeline pipeline)
{
    public const string ListPath = "/v3/tradingview/exchange/list";
    public const string ExchangePath = "/v3/tradingview/exchange/{id}";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ListPath, pipeline.Answering(ApiVersion.V3, ListAsync));
        routes.MapGet(ExchangePath, pipeline.Answering(ApiVersion.V3, ListSymbolsAsync));
    }

    private async Task ListAsync(ApiCall call)
    {
        string[] exchanges =
        [
            .. (await engine.Feeds.ListAsync(null, null, null, call.Left)).Select(ExchangeOf)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        await WriteAsync(call, json =>
        {
            json.WriteStartArray("payload"u8);
            foreach (string exchange in exchanges) json.WriteStringValue(exchange);
            json.WriteEndArray();
        });
    }

    private async Task ListSymbolsAsync(ApiCall call)
    {
        string id = call.Context.Request.RouteValues["id"] as string ?? "";
        SymbolListing[] all =
        [
            .. (await engine.Feeds.ListAsync(null, null, null, call.Left))
                .Where(listing => ExchangeOf(listing).Equals(id, StringComparison.OrdinalIgnoreCase)),
        ];
        if (all.Length == 0)
        {
            await ApiAnswers.WriteJsonAsync(call.Context, StatusCodes.Status200OK, static json =>
            {
                json.WriteStartObject();
                json.WriteNull("updatedAt"u8);
                json.WriteNull("payload"u8);
                json.WriteEndObject();
            });
            return;
        }

        IQueryCollection query = call.Context.Request.Query;
        SymbolListing[] found = [.. Filtered(all, query["symbol"], query["type"])];
        await WriteAsync(call, json =>
        {
            json.WriteStartArray("payload"u8);
            foreach (SymbolListing listing in found) Write(json, listing);
            json.WriteEndArray();
        });
    }

    /// <summary>Those whose symbol has a text in it, exact ones first, and that are of a type.</summary>
    private static IEnumerable<SymbolListing> Filtered(
        IEnumerable<SymbolListing> listings, string? symbol, string? type) =>
        listings
            .Where(listing => string.IsNullOrEmpty(symbol)
                || TickerOf(listing).Contains(symbol, StringComparison.OrdinalIgnoreCase))
            .Where(listing => string.IsNullOrEmpty(type)
                || listing.Type.Equals(type, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(listing => TickerOf(listing).Equals(symbol, StringComparison.OrdinalIgnoreCase));

    private Task WriteAsync(ApiCall call, Action<Utf8JsonWriter> writePayload) =>
        ApiAnswers.WriteJsonAsync(call.Context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("updatedAt"u8, ApiAnswers.Moment(engine.Time.GetUtcNow()));
            writePayload(json);
            json.WriteEndObject();
        });

    // What feeds do not know is null, and not invented.
    private static void Write(Utf8JsonWriter json, SymbolListing listing)
    {
        string exchange = ExchangeOf(listing);
        json.WriteStartObject();
        json.WriteString("symbol"u8, TickerOf(listing));
        json.WriteString("description"u8, listing.Description);
        json.WriteString("type"u8, listing.Type);
        json.WriteString("exchange"u8, exchange);
        json.WriteNull("currency_code"u8);
        json.WriteNull("currency-logoid"u8);
        json.WriteNull("base-currency-logoid"u8);
        json.WriteString("provider_id"u8, listing.Feed);
        json.WriteStartObject("source2"u8);
        json.WriteString("id"u8, exchange);
        json.WriteString("name"u8, exchange);
        json.WriteString("description"u8, exchange);
        json.WriteEndObject();
        json.WriteString("source_id"u8, exchange);
        json.WriteStartArray("typespecs"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string ExchangeOf(SymbolListing listing) =>
        listing.Symbol[..Math.Max(0, listing.Symbol.IndexOf(':', StringComparison.Ordinal))];

    private static string TickerOf(SymbolListing listing) =>
        listing.Symbol[(listing.Symbol.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
