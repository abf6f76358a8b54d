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
internal sealed record FakeRoute(
    FakeRouteKind Kind, string Id = "", bool IsStorage = false, bool IsFirstVersion = false, bool IsMini = false)
{
    public static FakeRoute Of(HttpRequest request)
    {
        string[] parts = request.Path.Value!.Trim('/').Split('/');
        return (request.Method, parts) switch
        {
            ("POST", ["v2", "tradingview", "advanced-chart"]) => new(FakeRouteKind.Chart),
            ("POST", ["v2", "tradingview", "advanced-chart", "storage"]) => new(FakeRouteKind.Chart, IsStorage: true),
            ("POST", ["v2", "tradingview", "layout-chart", "storage", var id]) => new(FakeRouteKind.Layout, id, true),
            ("POST", ["v2", "tradingview", "layout-chart", var id]) => new(FakeRouteKind.Layout, id),
            ("GET", ["v1", "tradingview", "advanced-chart"]) => new(FakeRouteKind.Chart, "", false, true),
            ("GET", ["v1", "tradingview", "advanced-chart", "storage"]) => new(FakeRouteKind.Chart, "", true, true),
            ("GET", ["v1", "tradingview", "mini-chart"]) => new(FakeRouteKind.Chart, "", false, true, true),
            ("GET", ["v1", "tradingview", "mini-chart", "storage"]) => new(FakeRouteKind.Chart, "", true, true, true),
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

    /// <summary>What is asked for: the body, or the parameters of v1; null when it is no JSON object.</summary>
    public FakeBody? BodyOf(HttpRequest request, string text) =>
        IsFirstVersion ? FakeQuery.Read(request.Query, IsMini) : FakeBody.Read(text);
}
