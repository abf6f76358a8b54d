using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>Asks every request for the token.</summary>
internal sealed class BearerGuard(BearerRules rules)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var header = context.Request.Headers.Authorization;
        if (rules.IsOpen(context.Request.Path) || (header.Count == 1 && rules.Accepts(header[0])))
            return next(context);

        // RFC 6750, section 3.1: no error code when the client sent no credentials at all.
        context.Response.Headers.WWWAuthenticate = header.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Refusal.WriteAsync(
            context, StatusCodes.Status401Unauthorized, "Send the token as 'Authorization: Bearer …'.");
    }
}
