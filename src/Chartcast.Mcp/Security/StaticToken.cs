using System.Security.Cryptography;
using System.Text;

namespace Chartcast.Mcp.Security;

/// <summary>One shared token that opens the whole server; compared in constant time.</summary>
public sealed class StaticToken
{
    // Shorter than every name made of an issuer's subject, so never one of them.
    private const string Subject = "token";

    private readonly byte[] _digest;

    /// <summary>Takes the token.</summary>
    /// <param name="token">At least 16 visible ASCII characters; only its digest is kept.</param>
    /// <exception cref="ArgumentException">It is short, or has characters a header cannot carry.</exception>
    public StaticToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length < 16 || token.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e'))
            throw new ArgumentException("The token must have at least 16 visible ASCII characters.", nameof(token));
        _digest = Digest(token);
    }

    /// <summary>Who brings it: may do and see all.</summary>
    internal static Caller Holder { get; } = Caller.Anyone with { Subject = Subject };

    /// <summary>Whether a text is the token.</summary>
    /// <param name="text">What a caller sent.</param>
    /// <returns>True when it is.</returns>
    public bool Is(string text) => CryptographicOperations.FixedTimeEquals(Digest(text), _digest);

    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
