using Microsoft.Net.Http.Headers;

namespace Chartcast.App.Dashboard;

/// <summary>Gives <c>GET /</c> to the dashboard where a browser asks, and leaves it to the server's information for
/// everyone else.</summary>
/// <remarks>Before routing, since the two need different rights: the page is nothing but a page, the information is
/// not.</remarks>
internal static class BrowserFront
{
    private const string Charset = "utf-8";

    private static readonly MediaTypeHeaderValue Html = new("text/html") { Charset = Charset };
    private static readonly MediaTypeHeaderValue Json = new("application/json") { Charset = Charset };

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        if (request.Path == "/" && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
            if (PrefersHtml(request.Headers.Accept)) request.Path = DashboardEndpoints.PagePath;
        }

        return next(context);
    }

    /// <summary>Whether HTML is wanted more than JSON (RFC 9110, section 12.5.1). Whoever takes both alike, such as
    /// curl with its <c>*/*</c>, gets JSON.</summary>
    /// <param name="accept">The <c>Accept</c> headers.</param>
    internal static bool PrefersHtml(IList<string> accept) =>
        MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? ranges)
        && QualityOf(Html, ranges) > QualityOf(Json, ranges);

    /// <summary>What the most specific range that holds a type gives to it; 0 when none does.</summary>
    private static double QualityOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> ranges) => ranges
        .Where(range => type.IsSubsetOf(range))
        .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
