using Microsoft.AspNetCore.Builder;

namespace Chartcast.Mcp.Security;

/// <summary>Declares what routes need.</summary>
public static class RouteAccessConventions
{
    /// <summary>Declares what a route needs.</summary>
    /// <param name="route">The route.</param>
    /// <param name="access">What it needs; a route may ask for more once it knows what it is asked for.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder Needs(this IEndpointConventionBuilder route, Access access) =>
        route.WithMetadata(new RouteAccess(access));
}
