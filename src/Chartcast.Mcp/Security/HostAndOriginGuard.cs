using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Chartcast.Mcp.Security;

/// <summary>The first thing every request meets: message framing, host, page, CORS.</summary>
internal sealed class HostAndOriginGuard(HostRules hosts, OriginRules origins)
{
    private const string AllowedHeaders =
        "Content-Type, Authorization, Last-Event-ID, MCP-Protocol-Version, Mcp-Method, Mcp-Name, Mcp-Session-Id, "
        + "X-Client-Id, X-Api-Key";

    private const string ExposedHeaders = "Mcp-Session-Id, WWW-Authenticate, Retry-After, ETag";
    private const string AllowedMethods = "GET, HEAD, POST, DELETE, OPTIONS";

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HasTwoLengths(request))
            return RefuseFramingAsync(context);
        if (!hosts.Allows(request.Host))
            return Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "This host name is not served here.");

        var header = request.Headers.Origin;
        if (header.Count == 0)
            return next(context);
        if (header.Count > 1 || header[0] is not { } origin || !origins.Allows(origin, request))
            return Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "This origin is not allowed here.");

        AllowPage(context, origin);
        return IsPreflight(request) ? AnswerPreflightAsync(context) : next(context);
    }

    // RFC 9112, section 6.1: both lengths in one message are how requests are smuggled past a proxy. Kestrel moves the
    // overruled Content-Length to X-Content-Length before anybody sees it.
    private static bool HasTwoLengths(HttpRequest request) =>
        request.Headers.TransferEncoding.Count > 0
        && (request.Headers.ContentLength is not null || request.Headers.ContainsKey("X-Content-Length"));

    private static Task RefuseFramingAsync(HttpContext context)
    {
        context.Response.Headers.Connection = "close";
        return Refusal.WriteAsync(
            context, StatusCodes.Status400BadRequest, "Send Content-Length or Transfer-Encoding, not both.");
    }

    private void AllowPage(HttpContext context, string origin)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origins.AllowsAny ? "*" : origin;
        headers.AccessControlExposeHeaders = ExposedHeaders;
        if (!origins.AllowsAny)
            headers.Append(HeaderNames.Vary, HeaderNames.Origin);
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    private static Task AnswerPreflightAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = AllowedMethods;
        headers.AccessControlAllowHeaders = AllowedHeaders + ParameterHeaders(context.Request);
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    // CORS has no prefix wildcard, so the Mcp-Param-* headers a page asks for are allowed by name.
    private static string ParameterHeaders(HttpRequest request)
    {
        const int MostAsked = 32;
        var asked = request.Headers.AccessControlRequestHeaders.ToString()
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(name => name.StartsWith("mcp-param-", StringComparison.OrdinalIgnoreCase) && IsToken(name))
            .Take(MostAsked);
        return string.Concat(asked.Select(name => ", " + name));
    }

    private static bool IsToken(string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
