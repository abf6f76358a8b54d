namespace Chartcast.Mcp.Security;

/// <summary>What a route, a method or a tool needs, and what a caller has; each includes those before it.</summary>
public enum Access
{
    /// <summary>Nothing: open to everyone, without a token.</summary>
    None,

    /// <summary>Looking at what is there.</summary>
    Read,

    /// <summary>Making and changing.</summary>
    Write,
}
