using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Chartcast.Mcp.Transports;

/// <summary>The Streamable HTTP endpoint of every revision since 2025-03-26.</summary>
public static class StreamableHttpEndpoints
{
    /// <summary>Maps POST, GET and DELETE of exactly <paramref name="path"/>.</summary>
    /// <param name="endpoints">The routes.</param>
    /// <param name="path">The path, for example <c>/mcp</c>; paths below it stay free.</param>
    /// <param name="definition">What to serve.</param>
    /// <returns>The endpoints, for conventions.</returns>
    public static IEndpointConventionBuilder MapMcp(
        this IEndpointRouteBuilder endpoints, string path, McpServerDefinition definition) =>
        throw new NotSupportedException("Serving over HTTP follows with the transports.");
}
