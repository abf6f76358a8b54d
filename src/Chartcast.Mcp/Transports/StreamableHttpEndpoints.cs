using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Chartcast.Mcp.Transports;

/// <summary>The Streamable HTTP endpoint of every revision since 2025-03-26.</summary>
/// <remarks>
/// A request chooses its revision by its own metadata or by its session, so old and new clients share one address.
/// Calls that run when the server stops are finished within the host's shutdown time; streams that only listen end at
/// once.
/// </remarks>
public static class StreamableHttpEndpoints
{
    /// <summary>Maps POST, GET and DELETE of exactly <paramref name="path"/>.</summary>
    /// <param name="endpoints">The routes; their services may hold a <see cref="TimeProvider"/>.</param>
    /// <param name="path">The path, for example <c>/mcp</c>; paths below it stay free.</param>
    /// <param name="definition">What to serve.</param>
    /// <returns>The endpoints, for conventions.</returns>
    public static IEndpointConventionBuilder MapMcp(
        this IEndpointRouteBuilder endpoints, string path, McpServerDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(definition);
        var services = endpoints.ServiceProvider;
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var factory = new McpServerFactory(
            definition, services.GetRequiredService<ILoggerFactory>(), time, lifetime.ApplicationStopping);
        var serving = new HttpServing(factory, time, lifetime.ApplicationStopping);
        lifetime.ApplicationStopped.Register(() =>
        {
            _ = serving.Sessions.DisposeAsync().AsTask();
            _ = factory.DisposeAsync().AsTask();
        });

        var post = new PostEndpoint(serving);
        var sessions = new LegacySessions(serving);
        // One route, so that other methods get 405 with all three in Allow.
        RequestDelegate serve = context => context.Request.Method switch
        {
            "POST" => post.InvokeAsync(context),
            "GET" => sessions.GetAsync(context),
            _ => sessions.DeleteAsync(context),
        };
        // Every message says for itself what it needs beyond looking; a session is ended by whoever opened it.
        return endpoints.MapMethods(path, ["POST", "GET", "DELETE"], serve).Needs(Access.Read);
    }
}
