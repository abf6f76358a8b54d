using Chartcast.Mcp.Revisions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Chartcast.Mcp.Transports;

/// <summary>Questions about a request's headers.</summary>
internal static class HttpShape
{
    public const string SessionHeader = "Mcp-Session-Id";
    public const string VersionHeader = "MCP-Protocol-Version";

    /// <summary>
    /// Whether the client takes an answer of this type; no <c>Accept</c> means any (RFC 9110, section 12.5.1).
    /// </summary>
    public static bool Accepts(HttpRequest request, string mediaType)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0)
            return true;
        var wanted = MediaTypeHeaderValue.Parse(mediaType);
        return MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            && ranges.Any(range => range.Quality is not 0 && Covers(range, wanted));
    }

    /// <summary>Whether the body is plain JSON in UTF-8.</summary>
    public static bool HasJsonBody(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;

    /// <summary>The version header's value, or null when it is absent.</summary>
    public static string? Version(HttpRequest request)
    {
        var values = request.Headers[VersionHeader];
        return values.Count == 0 ? null : values.ToString().Trim();
    }

    /// <summary>Whether the version header names no revision with sessions.</summary>
    public static bool HasModernVersion(HttpRequest request) =>
        Version(request) is { } version && !RevisionRules.IsLegacyDate(version);

    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue wanted) =>
        range.MatchesAllTypes
        || (range.Type.Equals(wanted.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes || range.SubType.Equals(wanted.SubType, StringComparison.OrdinalIgnoreCase)));
}
