namespace Chartcast.Mcp.Security.OAuth;

/// <summary>Why a token does not count.</summary>
internal enum TokenFault
{
    /// <summary>It is not the static token, and there are no others.</summary>
    Unknown,

    /// <summary>It is no signed JWT.</summary>
    Malformed,

    /// <summary>It is signed in a way that is not taken.</summary>
    Algorithm,

    /// <summary>It is a JWT for something else, or says things that must be understood and are not.</summary>
    Kind,

    /// <summary>Its issuer's tokens do not count here.</summary>
    Issuer,

    /// <summary>Its issuer has no such key.</summary>
    Key,

    /// <summary>Its signature is wrong.</summary>
    Signature,

    /// <summary>It has expired, or never says when it does.</summary>
    Expired,

    /// <summary>It does not count yet.</summary>
    NotYet,

    /// <summary>It is for another resource.</summary>
    Audience,

    /// <summary>It does not say whose it is.</summary>
    Subject,

    /// <summary>Its issuer's keys cannot be had at the moment, so nobody can tell.</summary>
    KeysUnavailable,
}

/// <summary>The words of faults: fixed, so that nothing of a token is repeated.</summary>
internal static class TokenFaults
{
    public static string Sentence(this TokenFault fault) => fault switch
    {
        TokenFault.Malformed => "The token is not a signed JWT.",
        TokenFault.Algorithm => "The token is signed with an algorithm that is not taken.",
        TokenFault.Kind => "The JWT is not an access token that is understood here.",
        TokenFault.Issuer => "The token comes from an issuer whose tokens do not count here.",
        TokenFault.Key => "The token is signed with a key its issuer does not have.",
        TokenFault.Signature => "The signature of the token is wrong.",
        TokenFault.Expired => "The token has expired.",
        TokenFault.NotYet => "The token is not valid yet.",
        TokenFault.Audience => "The token is for another resource.",
        TokenFault.Subject => "The token does not say whose it is.",
        TokenFault.KeysUnavailable => "The keys of the token's issuer cannot be had at the moment; try again.",
        _ => "The token is not known here.",
    };
}

/// <summary>What checking a token came to.</summary>
/// <param name="Caller">Who brought it; null when it does not count.</param>
/// <param name="Fault">Why it does not.</param>
internal readonly record struct TokenVerdict(Caller? Caller, TokenFault Fault)
{
    public static TokenVerdict Of(Caller caller) => new(caller, default);

    public static TokenVerdict Refused(TokenFault fault) => new(null, fault);
}
