using Chartcast.App.Configuration;
using Chartcast.App.Engines;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Security.OAuth;

namespace Chartcast.App.Composition;

/// <summary>Wires who may come in. Fetches nothing before the first token.</summary>
internal static class AccessComposition
{
    /// <summary>What the scopes are called.</summary>
    public static AccessScopes Scopes { get; } = new("charts:read", "charts:write", "charts:all");

    /// <summary>The tokens that open the server; null when none is asked for.</summary>
    public static BearerRules? Rules(ChartEngine engine)
    {
        ServerOptions options = engine.Options;
        return options.AsksForTokens
            ? new BearerRules(options.Token is { } token ? new StaticToken(token) : null, Tokens(engine))
            : null;
    }

    /// <summary>Checks issued tokens; null when no issuer is set.</summary>
    public static AccessTokens? Tokens(ChartEngine engine)
    {
        if (Resource(engine.Options) is not { } resource) return null;
        var http = new HttpClient(AccessTokens.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        return new AccessTokens(resource, http, engine.Time, engine.Loggers.CreateLogger<AccessTokens>());
    }

    /// <summary>The server as clients and issuers know it; null when no issuer is set.</summary>
    public static ProtectedResource? Resource(ServerOptions options) => options.OAuth is not { } oauth
        ? null
        : new ProtectedResource
        {
            Resource = oauth.Resource,
            // Below the public address and not at the host's root: a proxy may pass on that much only.
            MetadataUrl = new Uri(oauth.PublicUrl, ResourceMetadataEndpoint.RootPath[1..] + "/mcp").AbsoluteUri,
            Name = "Chartcast",
            Issuers = [.. oauth.Issuers.Select(issuer => new TokenIssuer(issuer, oauth.KeySetUrl))],
            Audience = oauth.Audience,
            Scopes = Scopes,
        };
}
