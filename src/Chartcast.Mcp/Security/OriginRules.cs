using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>Which web pages may call, by their <c>Origin</c> header; requests without one come from no page.</summary>
public sealed class OriginRules
{
    private readonly FrozenSet<string> _origins;

    private OriginRules(IEnumerable<string> origins, bool allowsAny)
    {
        _origins = origins.ToFrozenSet(StringComparer.Ordinal);
        AllowsAny = allowsAny;
    }

    /// <summary>
    /// Only pages this server itself serves (the origin's host and port are those of the request), and, for a request
    /// to a loopback name, pages of loopback names on any port.
    /// </summary>
    public static OriginRules Own { get; } = new([], allowsAny: false);

    /// <summary>Every page; <c>null</c> origins too.</summary>
    public static OriginRules Any { get; } = new([], allowsAny: true);

    /// <summary>Whether every page may call.</summary>
    public bool AllowsAny { get; }

    /// <summary>Reads a setting: empty for own pages only, <c>*</c> for every page, else a list of origins.</summary>
    /// <param name="setting">
    /// Origins as <c>https://example.org</c>, separated by commas or blanks; own pages stay allowed.
    /// </param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentException">An entry is no http(s) origin.</exception>
    public static OriginRules Parse(string? setting)
    {
        var entries = (setting ?? string.Empty).Split(
            [',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length == 0)
            return Own;
        if (entries is ["*"])
            return Any;
        return new OriginRules([.. entries.Select(Canonical)], allowsAny: false);
    }

    /// <summary>Whether a page may call.</summary>
    /// <param name="origin">The <c>Origin</c> header as sent.</param>
    /// <param name="request">The request that carries it.</param>
    /// <returns>True for allowed and own origins.</returns>
    public bool Allows(string origin, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (AllowsAny || _origins.Contains(origin))
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && IsPlainOrigin(page, origin)
            && (string.Equals(page.Authority, OwnAuthority(request), StringComparison.OrdinalIgnoreCase)
                || (HostRules.IsLoopback(page.Host) && HostRules.IsLoopback(request.Host.Host)));
    }

    // Uri.Authority leaves a scheme's default port out; do the same for the request, or port 80 would never match.
    private static string OwnAuthority(HttpRequest request)
    {
        var host = request.Host;
        var isDefaultPort = host.Port is { } port && port == (request.IsHttps ? 443 : 80);
        return isDefaultPort ? host.Host : host.Value ?? string.Empty;
    }

    private static bool IsPlainOrigin(Uri page, string text) =>
        page.Scheme is "http" or "https" && page.UserInfo.Length == 0 && page.AbsolutePath == "/"
        && page.Query.Length == 0 && page.Fragment.Length == 0 && !text.EndsWith('/');

    private static string Canonical(string entry)
    {
        if (!Uri.TryCreate(entry, UriKind.Absolute, out var page) || !IsPlainOrigin(page, entry))
            throw new ArgumentException(
                $"'{entry}' is no origin; write it like https://example.org or http://host:8080.");
        return page.GetLeftPart(UriPartial.Authority);
    }
}
