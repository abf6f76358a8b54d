namespace Chartcast.App.Configuration;

/// <summary>Whose OAuth tokens open the server, checked.</summary>
public sealed record OAuthOptions
{
    /// <summary>The issuers as tokens name them, at least one: https, or http of this machine.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>Where the only issuer's keys are; null to ask its metadata.</summary>
    public Uri? KeySetUrl { get; init; }

    /// <summary>The server's address as clients see it, ending in a slash.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>What the audience of tokens has to be; null for <see cref="Resource"/>.</summary>
    public string? OwnAudience { get; init; }

    /// <summary>The canonical address of the MCP endpoint, which clients ask tokens for.</summary>
    public string Resource => new Uri(PublicUrl, "mcp").AbsoluteUri;

    /// <summary>What the audience of tokens has to be.</summary>
    public string Audience => OwnAudience ?? Resource;
}
