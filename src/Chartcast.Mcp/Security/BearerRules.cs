using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>One static token that opens the server (RFC 6750); compared in constant time.</summary>
public sealed class BearerRules
{
    private readonly byte[] _digest;
    private readonly Func<PathString, bool> _isOpen;

    /// <summary>Demands a token.</summary>
    /// <param name="token">The token, at least 16 visible ASCII characters; only its digest is kept.</param>
    /// <param name="isOpen">Paths that need no token, such as health checks; null for none.</param>
    /// <exception cref="ArgumentException">The token is short, or has characters a header cannot carry.</exception>
    public BearerRules(string token, Func<PathString, bool>? isOpen = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length < 16 || token.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e'))
            throw new ArgumentException("The token must have at least 16 visible ASCII characters.", nameof(token));
        _digest = Digest(token);
        _isOpen = isOpen ?? (_ => false);
    }

    /// <summary>Whether a path is served without a token.</summary>
    /// <param name="path">The request's path.</param>
    /// <returns>True when it is open to everyone.</returns>
    public bool IsOpen(PathString path) => _isOpen(path);

    /// <summary>Whether an <c>Authorization</c> header carries the token.</summary>
    /// <param name="authorization">The header's only value, or null when it is absent.</param>
    /// <returns>True when it does.</returns>
    public bool Accepts(string? authorization)
    {
        const string Scheme = "Bearer ";
        return authorization is not null
            && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Digest(authorization[Scheme.Length..].Trim()), _digest);
    }

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
