using Chartcast.App.Failures;
using Chartcast.Mcp.Security;
using Microsoft.Net.Http.Headers;

namespace Chartcast.App.Dashboard;

/// <summary>The page for people, and its files.</summary>
/// <remarks>Open to everyone: there is no data in them. What the page shows it asks for with its reader's
/// token.</remarks>
internal static class DashboardEndpoints
{
    /// <summary>The page; <c>GET /</c> leads here in a browser. Without a slash at the end, so that the page's relative
    /// links mean the same at both addresses.</summary>
    public const string PagePath = "/dashboard";

    public const string FilePath = "/dashboard/{file}";

    private const string PageName = "index.html";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(PagePath, Reading, (RequestDelegate)(context => WriteAsync(context, PageName)))
            .Needs(Access.None);
        routes.MapMethods(FilePath, Reading, (RequestDelegate)WriteFileAsync).Needs(Access.None);
    }

    private static Task WriteFileAsync(HttpContext context)
    {
        string name = context.Request.RouteValues["file"] as string ?? "";
        // The page's links would lead astray from here.
        return WriteAsync(context, name == PageName ? "" : name);
    }

    private static Task WriteAsync(HttpContext context, string name)
    {
        if (DashboardFile.Find(name) is not { } file)
        {
            return Problem.WriteAsync(
                context, StatusCodes.Status404NotFound,
                new Failure("not_found", "The dashboard has no such file: open / in a browser."));
        }

        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Kept, and asked about each time: a new version of the program has a new page.
        headers.CacheControl = "no-cache";
        return Results.Bytes(file.Bytes, file.MediaType, entityTag: new EntityTagHeaderValue(file.EntityTag))
            .ExecuteAsync(context);
    }
}
