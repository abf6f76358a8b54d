using System.Buffers;
using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>
/// Which <c>Host</c> headers are answered, on any port; the wall against DNS rebinding (CVE-2025-66414).
/// </summary>
public sealed class HostRules
{
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("/*? #@");

    private readonly FrozenSet<string> _names;

    /// <summary>Allows the loopback names and the names given.</summary>
    /// <param name="names">Further host names or addresses without port; IPv6 addresses in brackets.</param>
    /// <exception cref="ArgumentException">A name is empty or has a port, a path or a wildcard in it.</exception>
    public HostRules(params IEnumerable<string> names)
    {
        var all = names.ToList();
        foreach (var name in all)
            RequirePlainName(name);
        _names = LoopbackNames.Concat(all).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Only <c>localhost</c>, <c>127.0.0.1</c> and <c>[::1]</c>.</summary>
    public static HostRules Loopback { get; } = new();

    /// <summary>Whether requests for this host are answered.</summary>
    /// <param name="host">The <c>Host</c> header.</param>
    /// <returns>True when the name is on the list, whatever the port.</returns>
    public bool Allows(HostString host) => host.HasValue && Allows(host.Host);

    /// <summary>Whether a host name is on the list.</summary>
    /// <param name="name">A host name or address without port.</param>
    /// <returns>True when it is.</returns>
    public bool Allows(string name) => _names.Contains(name);

    /// <summary>Whether a name is one of the loopback names every machine gives itself.</summary>
    internal static bool IsLoopback(string name) => LoopbackNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static void RequirePlainName(string name)
    {
        var isBracketed = name.StartsWith('[') && name.EndsWith(']');
        var isPlain = name.Length > 0 && !name.AsSpan().ContainsAny(NotInNames) && (isBracketed || !name.Contains(':'));
        if (!isPlain)
            throw new ArgumentException($"'{name}' is no host name; write it without scheme, port and path.");
    }
}
