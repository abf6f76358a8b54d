namespace Chartcast.Mcp.Security.OAuth;

/// <summary>
/// This server as an OAuth 2.1 resource: who issues tokens for it and what they say. Checked settings.
/// </summary>
public sealed record ProtectedResource
{
    /// <summary>The canonical address of the endpoint, without fragment and trailing slash (RFC 8707).</summary>
    public required string Resource { get; init; }

    /// <summary>Where clients read its metadata (RFC 9728).</summary>
    public required string MetadataUrl { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Whose tokens count, at least one.</summary>
    public required IReadOnlyList<TokenIssuer> Issuers { get; init; }

    /// <summary>What <c>aud</c> of a token has to name; usually <see cref="Resource"/>.</summary>
    public required string Audience { get; init; }

    /// <summary>What its scopes are called.</summary>
    public required AccessScopes Scopes { get; init; }
}

/// <summary>An authorization server whose tokens count.</summary>
/// <param name="Name">
/// Its issuer identifier, compared with <c>iss</c> character by character: https, or http of this machine; without
/// query and fragment (RFC 8414, section 2).
/// </param>
/// <param name="KeySetUrl">Where its keys are; null to ask its metadata.</param>
public sealed record TokenIssuer(string Name, Uri? KeySetUrl = null)
{
    /// <summary>Whether keys and metadata may be fetched from an address: over https, or on this machine.</summary>
    /// <param name="address">The address.</param>
    /// <returns>True when they may; plain http counts for this machine only, and only if the issuer uses it.</returns>
    public bool MayFetch(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address is { IsAbsoluteUri: true, UserInfo.Length: 0 }
            && (address.Scheme == Uri.UriSchemeHttps
                || (IsPlainLoopback(address) && IsPlainLoopback(new Uri(Name, UriKind.Absolute))));
    }

    private static bool IsPlainLoopback(Uri address) => address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;
}
