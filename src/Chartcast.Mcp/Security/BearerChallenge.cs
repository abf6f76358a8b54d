using System.Text;
using Chartcast.Mcp.Security.OAuth;

namespace Chartcast.Mcp.Security;

/// <summary>Words <c>WWW-Authenticate</c> (RFC 6750, section 3; RFC 9728, section 5.1).</summary>
/// <param name="resource">The OAuth resource; null when only the static token opens the server.</param>
internal sealed class BearerChallenge(ProtectedResource? resource)
{
    /// <summary>No token came; no error code is due then.</summary>
    public string Missing() => Write(null, null, Basic);

    /// <summary>The header cannot be read.</summary>
    public string Malformed() => Write("invalid_request", null, Basic);

    /// <summary>The token does not count.</summary>
    public string Invalid(TokenFault fault) =>
        Write("invalid_token", fault == TokenFault.Unknown ? null : fault.Sentence(), Basic);

    /// <summary>The token counts, but not for this.</summary>
    /// <param name="caller">Who came.</param>
    /// <param name="needed">What is needed.</param>
    public string Insufficient(Caller caller, Access needed) =>
        Write("insufficient_scope", null, resource?.Scopes.AllFor(caller, needed));

    /// <summary>What to tell a caller that may not.</summary>
    public string Sentence(Access needed) => resource is null
        ? "The token does not allow this."
        : $"The token does not allow this: it needs the scope {resource.Scopes.NameOf(needed)}.";

    private string? Basic => resource?.Scopes.Basic;

    private string Write(string? error, string? description, string? scope)
    {
        // All values are constants of the program or checked settings: none has a quote or a backslash.
        var text = new StringBuilder("Bearer");
        Add(text, "error", error);
        Add(text, "error_description", description);
        if (error == "insufficient_scope")
        {
            Add(text, "scope", scope);
            Add(text, "resource_metadata", resource?.MetadataUrl);
        }
        else
        {
            Add(text, "resource_metadata", resource?.MetadataUrl);
            Add(text, "scope", scope);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (value is null)
            return;
        text.Append(text.Length == "Bearer".Length ? " " : ", ").Append(name).Append("=\"").Append(value).Append('"');
    }
}
