using Chartcast.App.Engines;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Security;

namespace Chartcast.App.Operations;

/// <summary>What supervisors and load balancers ask.</summary>
internal sealed class ProbeEndpoints(ChartEngine engine, Lifespan lifespan)
{
    public const string LivePath = "/livez";
    public const string ReadyPath = "/readyz";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(LivePath, Reading, (RequestDelegate)(context => WriteAsync(context, "live")))
            .Needs(Access.None);
        routes.MapMethods(ReadyPath, Reading, (RequestDelegate)WriteReadyAsync).Needs(Access.Read);
    }

    private async Task WriteReadyAsync(HttpContext context)
    {
        string? fault = lifespan.IsStopping
            ? "The server is shutting down."
            : await engine.StorageFaultAsync(context.RequestAborted);
        if (fault is null) await WriteAsync(context, "ready");
        else
        {
            await Problem.WriteAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                new Failure(ChartErrorCode.StorageUnavailable.WireName(), fault) { Retryable = true });
        }
    }

    private static async Task WriteAsync(HttpContext context, string word)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync(word, context.RequestAborted);
    }
}
