using Chartcast.Mcp.Security.OAuth;

namespace Chartcast.Mcp.Security;

/// <summary>Which tokens open the server (RFC 6750): a static one, those of OAuth issuers, or both.</summary>
public sealed class BearerRules
{
    private readonly StaticToken? _token;
    private readonly AccessTokens? _issued;

    /// <summary>Demands a token.</summary>
    /// <param name="token">The static token; null for none.</param>
    /// <param name="issued">Checks issued tokens; null when there are none.</param>
    /// <exception cref="ArgumentException">Both are null: nobody could come in.</exception>
    public BearerRules(StaticToken? token, AccessTokens? issued = null)
    {
        if (token is null && issued is null)
            throw new ArgumentException("At least one kind of token has to be taken.", nameof(token));
        _token = token;
        _issued = issued;
        Challenge = new BearerChallenge(issued?.Resource);
    }

    /// <summary>What refused callers are told.</summary>
    internal BearerChallenge Challenge { get; }

    /// <summary>Finds out who brings a token.</summary>
    internal ValueTask<TokenVerdict> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (_token?.Is(token) is true)
            return ValueTask.FromResult(TokenVerdict.Of(StaticToken.Holder));
        return _issued?.CheckAsync(token, cancellationToken)
            ?? ValueTask.FromResult(TokenVerdict.Refused(TokenFault.Unknown));
    }
}
