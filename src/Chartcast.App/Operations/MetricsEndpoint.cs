using Chartcast.Mcp.Security;
using OpenTelemetry.Metrics;

namespace Chartcast.App.Operations;

/// <summary>What Prometheus and its like collect: <c>/metrics</c>, in their text format or as OpenMetrics.</summary>
/// <remarks>Collecting writes nothing and calls nobody.</remarks>
internal sealed class MetricsEndpoint(MeterProvider metrics)
{
    public const string Path = "/metrics";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public void Map(IEndpointRouteBuilder routes)
    {
        // The exporter's own route would take every method.
        IApplicationBuilder pipeline = routes.CreateApplicationBuilder();
        pipeline.Use(static next => context =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        pipeline.UseOpenTelemetryPrometheusScrapingEndpoint(
            metrics, static _ => true, path: null, configureBranchedPipeline: null, optionsName: null);
        routes.MapMethods(Path, Reading, pipeline.Build()).Needs(Access.Read);
    }
}
