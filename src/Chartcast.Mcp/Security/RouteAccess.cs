using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chartcast.Mcp.Security;

/// <summary>Says what a route needs. A route that does not say so needs <see cref="Access.Write"/>.</summary>
/// <param name="Needed">What it needs.</param>
public sealed record RouteAccess(Access Needed)
{
    /// <summary>What a request needs by its route; looking, where it has found none.</summary>
    internal static Access NeededBy(HttpContext context) => context.GetEndpoint() switch
    {
        RouteEndpoint route => route.Metadata.GetMetadata<RouteAccess>()?.Needed ?? Access.Write,
        // No route, or the router's own answer to a wrong method.
        _ => Access.Read,
    };
}
