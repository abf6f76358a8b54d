namespace Chartcast.Mcp.Security.OAuth;

/// <summary>What the scopes of this server are called (RFC 6749, section 3.3).</summary>
/// <param name="Read">Lets look at what is there.</param>
/// <param name="Write">Lets make and change, and look.</param>
/// <param name="All">Lets see what others made; of no use without one of the others.</param>
public sealed record AccessScopes(string Read, string Write, string All)
{
    /// <summary>What clients ask for first: all that using the server takes, and nothing beyond.</summary>
    internal string Basic => $"{Read} {Write}";

    /// <summary>The scopes as metadata list them, without those that only few should ask for.</summary>
    internal IReadOnlyList<string> Supported => [Read, Write];

    /// <summary>The least scope that gives something.</summary>
    internal string NameOf(Access needed) => needed == Access.Write ? Write : Read;

    /// <summary>What a token's scopes let its bearer do.</summary>
    internal Access AccessOf(IReadOnlySet<string> granted) =>
        granted.Contains(Write) ? Access.Write : granted.Contains(Read) ? Access.Read : Access.None;

    /// <summary>
    /// Everything a token has to have for a request: what it has already and what is missing, since a client that
    /// authorizes anew gets what it asks for and loses the rest.
    /// </summary>
    internal string AllFor(Caller caller, Access needed)
    {
        var scopes = needed == Access.Write ? Basic : Read;
        return caller.SeesAll ? $"{scopes} {All}" : scopes;
    }
}
