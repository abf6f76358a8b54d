using Microsoft.Extensions.Primitives;

namespace Chartcast.Mcp.Security;

/// <summary>What an <c>Authorization</c> header brings (RFC 6750, section 2.1); no other place is looked at.</summary>
/// <param name="Form">Whether there is a token.</param>
/// <param name="Token">The token, when there is one.</param>
internal readonly record struct BearerCredential(CredentialForm Form, string Token = "")
{
    private const string Scheme = "Bearer";

    public static BearerCredential Read(StringValues header)
    {
        if (header.Count == 0)
            return new BearerCredential(CredentialForm.Absent);
        if (header.Count > 1 || header[0] is not { } value)
            return new BearerCredential(CredentialForm.Malformed);
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        var scheme = blank < 0 ? value : value[..blank];
        if (!scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase))
            return new BearerCredential(CredentialForm.Absent);
        var token = value[scheme.Length..].Trim(' ');
        return token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('\x21', '\x7e')
            ? new BearerCredential(CredentialForm.Malformed)
            : new BearerCredential(CredentialForm.Given, token);
    }
}

/// <summary>What there is of a token.</summary>
internal enum CredentialForm
{
    /// <summary>Nothing, or credentials of another scheme.</summary>
    Absent,

    /// <summary>Something that cannot be read in one way.</summary>
    Malformed,

    /// <summary>A token.</summary>
    Given,
}
