using System.Globalization;
using System.Text.Json;

namespace Chartcast.ChartImgFake;

/// <summary>What an address asks for.</summary>
internal enum FakeRouteKind
{
    Unknown,
    Chart,
    Layout,
    Exchanges,
    Symbols,
    StoredPicture,
}

/// <summary>An address, read.</summary>
internal sealed record FakeRoute(FakeRouteKind Kind, string Id = "", bool IsStorage = false, bool IsFirstVersion = false)
{
    private readonly IQueryCollection? _query;

    private FakeRoute(FakeRouteKind kind, string id, bool isStorage, bool isFirstVersion, IQueryCollection query)
        : this(kind, id, isStorage, isFirstVersion) => _query = query;

    public static FakeRoute Of(HttpRequest request)
    {
        string[] parts = request.Path.Value!.Trim('/').Split('/');
        return (request.Method, parts) switch
        {
            ("POST", ["v2", "tradingview", "advanced-chart"]) => new(FakeRouteKind.Chart),
            ("POST", ["v2", "tradingview", "advanced-chart", "storage"]) => new(FakeRouteKind.Chart, IsStorage: true),
            ("POST", ["v2", "tradingview", "layout-chart", "storage", var id]) => new(FakeRouteKind.Layout, id, true),
            ("POST", ["v2", "tradingview", "layout-chart", var id]) => new(FakeRouteKind.Layout, id),
            ("GET", ["v1", "tradingview", "advanced-chart"]) => new(FakeRouteKind.Chart, "", false, true, request.Query),
            ("GET", ["v1", "tradingview", "advanced-chart", "storage"]) => new(FakeRouteKind.Chart, "", true, true, request.Query),
            ("GET", ["v3", "tradingview", "exchange", "list"]) => new(FakeRouteKind.Exchanges),
            ("GET", ["v3", "tradingview", "exchange", var id]) => new(FakeRouteKind.Symbols, id),
            ("GET", ["stored", _]) => new(FakeRouteKind.StoredPicture),
            _ => new(FakeRouteKind.Unknown),
        };
    }

    /// <summary>The key, where the version takes it.</summary>
    public string? KeyOf(HttpRequest request)
    {
        if (!IsFirstVersion) return request.Headers["x-api-key"].FirstOrDefault();
        string? bearer = request.Headers.Authorization.FirstOrDefault();
        return bearer?.StartsWith("Bearer ", StringComparison.Ordinal) == true ? bearer["Bearer ".Length..] : null;
    }

    /// <summary>The body, or the parameters of v1 as the members of one; studies are counted by their number.</summary>
    public string BodyOf(string text)
    {
        if (_query is null) return text;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach ((string name, var values) in _query)
            {
                if (name is "width" or "height")
                    json.WriteNumber(name, int.Parse(values.ToString(), CultureInfo.InvariantCulture));
                else if (name is not "studies" and not "logo") json.WriteString(name, values.ToString());
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
