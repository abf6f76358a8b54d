using Microsoft.AspNetCore.Builder;

namespace Chartcast.Mcp.Security;

/// <summary>Puts the rules in front of every route, before routing.</summary>
public static class SecurityMiddleware
{
    /// <summary>Refuses foreign hosts and pages with 403 and answers CORS for allowed pages.</summary>
    /// <param name="app">The pipeline; call this first.</param>
    /// <param name="hosts">Allowed hosts.</param>
    /// <param name="origins">Allowed pages.</param>
    /// <returns>The pipeline.</returns>
    public static IApplicationBuilder UseHostAndOriginRules(
        this IApplicationBuilder app, HostRules hosts, OriginRules origins)
    {
        var guard = new HostAndOriginGuard(hosts, origins);
        return app.Use(next => context => guard.InvokeAsync(context, next));
    }

    /// <summary>
    /// Refuses requests without a token with 401 and those that need more than their token gives with 403; tells the
    /// rest who calls (<see cref="Caller.Of"/>). Routes say what they need by
    /// <see cref="RouteAccessConventions.Needs"/>.
    /// </summary>
    /// <param name="app">The pipeline; call this after the host and origin rules and after routing.</param>
    /// <param name="rules">The tokens.</param>
    /// <returns>The pipeline.</returns>
    public static IApplicationBuilder UseBearerRules(this IApplicationBuilder app, BearerRules rules)
    {
        var guard = new BearerGuard(rules);
        return app.Use(next => context => guard.InvokeAsync(context, next));
    }
}
