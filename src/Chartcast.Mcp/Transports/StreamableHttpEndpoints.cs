using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Transports.Legacy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chartcast.Mcp.Transports;

/// <summary>The Streamable HTTP endpoint of every revision since 2025-03-26.</summary>
/// <remarks>
/// A request chooses its revision by its own metadata or by its session, so old and new clients share one address.
/// When the server stops, streams that only listen end at once; calls have <see cref="McpLimits.StopGraceTime"/>, then
/// they are cancelled and answered with an error.
/// </remarks>
public static class StreamableHttpEndpoints
{
    /// <summary>Maps POST, GET and DELETE of exactly <paramref name="path"/>.</summary>
    /// <param name="endpoints">The routes; their services may hold a <see cref="TimeProvider"/>.</param>
    /// <param name="path">The path, for example <c>/mcp</c>; paths below it stay free.</param>
    /// <param name="definition">What to serve.</param>
    /// <param name="legacy">Where the transport of 2024-11-05 is served too; null for nowhere.</param>
    /// <returns>The endpoints, for conventions.</returns>
    /// <exception cref="ArgumentException">A tool's schema marks headers wrongly.</exception>
    public static IEndpointConventionBuilder MapMcp(
        this IEndpointRouteBuilder endpoints,
        string path,
        McpServerDefinition definition,
        HttpSsePaths? legacy = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(definition);
        // A wrong schema ends the start, not a call, and the first caller does not wait for the rest.
        definition.Tools.Complete();
        return endpoints.MapMcp(path, HttpServing.Create(endpoints.ServiceProvider, definition), legacy);
    }

    /// <summary>Maps the endpoints over what they share.</summary>
    internal static IEndpointConventionBuilder MapMcp(
        this IEndpointRouteBuilder endpoints, string path, HttpServing serving, HttpSsePaths? legacy)
    {
        var post = new PostEndpoint(serving);
        var sessions = new LegacySessions(serving);
        // One route, so that other methods get 405 with all three in Allow.
        RequestDelegate serve = context => context.Request.Method switch
        {
            "POST" => post.InvokeAsync(context),
            "GET" => sessions.GetAsync(context),
            _ => sessions.DeleteAsync(context),
        };
        var all = endpoints.MapGroup(string.Empty);
        // Every message says for itself what it needs beyond looking; a session is ended by whoever opened it.
        all.Needs(Access.Read);
        all.MapMethods(path, ["POST", "GET", "DELETE"], serving.Guard(serve));
        if (legacy is not null)
            MapLegacy(all, new HttpSseEndpoints(serving, legacy.Messages), serving, legacy);
        return all;
    }

    private static void MapLegacy(
        RouteGroupBuilder all, HttpSseEndpoints endpoints, HttpServing serving, HttpSsePaths paths)
    {
        all.MapMethods(paths.Events, ["GET"], serving.Guard(endpoints.OpenAsync));
        all.MapMethods(paths.Messages, ["POST"], serving.Guard(endpoints.PostAsync));
    }
}

/// <summary>Where the transport of 2024-11-05 (HTTP with SSE) is served.</summary>
/// <param name="Events">The path that opens a stream.</param>
/// <param name="Messages">The path that messages are posted to.</param>
public sealed record HttpSsePaths(string Events = "/sse", string Messages = "/messages");
