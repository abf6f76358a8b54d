using System.Collections.Frozen;
using Microsoft.Extensions.Logging;

namespace Chartcast.Mcp.Security.OAuth;

/// <summary>Checks access tokens of OAuth issuers: signed JWTs (RFC 9068). Safe for concurrent use.</summary>
public sealed partial class AccessTokens
{
    /// <summary>By how much issuers' clocks may be wrong.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly FrozenDictionary<string, IssuerKeys> _issuers;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Takes who issues tokens and for what.</summary>
    /// <param name="resource">The resource they are for.</param>
    /// <param name="http">
    /// A client whose handler follows no redirects, such as <see cref="CreateHandler"/>'s, with an infinite time-out of
    /// its own.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of keys and of why tokens are refused; never of a token.</param>
    public AccessTokens(ProtectedResource resource, HttpClient http, TimeProvider time, ILogger<AccessTokens> logger)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(time);
        Resource = resource;
        _time = time;
        _logger = logger;
        var client = new KeySetClient(http, time);
        _issuers = resource.Issuers.ToFrozenDictionary(
            issuer => issuer.Name, issuer => new IssuerKeys(issuer, client, time, logger), StringComparer.Ordinal);
    }

    /// <summary>The resource the tokens are for.</summary>
    public ProtectedResource Resource { get; }

    /// <summary>The handler that fetching keys wants.</summary>
    /// <returns>A new handler.</returns>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
        MaxResponseHeadersLength = 16,
    };

    /// <summary>Fetches the keys of every issuer, to see whether they can be had.</summary>
    /// <returns>For each issuer how many keys it has, or why they could not be had.</returns>
    public async Task<IReadOnlyList<IssuerCheck>> CheckIssuersAsync()
    {
        var checks = new List<IssuerCheck>();
        foreach (var issuer in Resource.Issuers)
        {
            try
            {
                checks.Add(new IssuerCheck(issuer.Name, await _issuers[issuer.Name].CheckAsync(), null));
            }
            catch (KeySetException exception)
            {
                checks.Add(new IssuerCheck(issuer.Name, 0, exception.Message));
            }
        }

        return checks;
    }

    /// <summary>Finds out who brings a token.</summary>
    /// <param name="token">What came as a token.</param>
    /// <param name="cancellationToken">Gives up waiting for keys.</param>
    internal async ValueTask<TokenVerdict> CheckAsync(string token, CancellationToken cancellationToken)
    {
        var verdict = SignedToken.Read(token) is { } signed
            ? await CheckAsync(signed, cancellationToken)
            : TokenVerdict.Refused(TokenFault.Malformed);
        if (verdict.Caller is null)
            LogRefused(verdict.Fault.Sentence());
        return verdict;
    }

    private async ValueTask<TokenVerdict> CheckAsync(SignedToken token, CancellationToken cancellationToken)
    {
        if (SignatureAlgorithm.Find(token.Algorithm) is not { } algorithm)
            return TokenVerdict.Refused(TokenFault.Algorithm);
        if (!token.IsUnderstood)
            return TokenVerdict.Refused(TokenFault.Kind);
        if (token.Claims.Issuer is not { } issuer || !_issuers.TryGetValue(issuer, out var keys))
            return TokenVerdict.Refused(TokenFault.Issuer);
        var (areThere, key) = await keys.FindAsync(token.KeyId, algorithm, cancellationToken);
        if (key is null)
            return TokenVerdict.Refused(areThere ? TokenFault.Key : TokenFault.KeysUnavailable);
        if (!key.Verifies(algorithm, token.SignedBytes, token.Signature))
            return TokenVerdict.Refused(TokenFault.Signature);
        return Believe(issuer, token.Claims);
    }

    private TokenVerdict Believe(string issuer, TokenClaims claims)
    {
        var now = _time.GetUtcNow();
        if (claims.ExpiresAt is not { } expiresAt || now - ClockSkew >= expiresAt)
            return TokenVerdict.Refused(TokenFault.Expired);
        if (claims.NotBefore is { } notBefore && now + ClockSkew < notBefore)
            return TokenVerdict.Refused(TokenFault.NotYet);
        if (!claims.Audiences.Contains(Resource.Audience))
            return TokenVerdict.Refused(TokenFault.Audience);
        if (claims.Subject is not { } subject)
            return TokenVerdict.Refused(TokenFault.Subject);
        return TokenVerdict.Of(new Caller
        {
            Subject = Caller.SubjectOf(issuer, subject),
            Access = Resource.Scopes.AccessOf(claims.Scopes),
            SeesAll = claims.Scopes.Contains(Resource.Scopes.All),
            ExpiresAt = expiresAt + ClockSkew,
        });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A token was refused: {Reason}")]
    private partial void LogRefused(string reason);
}

/// <summary>Whether an issuer's keys can be had.</summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="KeyCount">How many keys it has for signatures; 0 when they could not be had.</param>
/// <param name="Fault">Why they could not be had, in a few words; null when they could.</param>
public sealed record IssuerCheck(string Issuer, int KeyCount, string? Fault);
