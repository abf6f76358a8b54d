using System.Globalization;
using System.Security.Claims;
using Chartcast.Mcp.Security.OAuth;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>Asks every request for a token, unless its route is open, and for what its route needs.</summary>
internal sealed class BearerGuard(BearerRules rules)
{
    // As long as the keys' cache waits before it tries again.
    private static readonly string RetrySeconds =
        IssuerKeys.ShortestInterval.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(rules.Challenge);
        context.Features.Set(Caller.Nobody);
        var needed = RouteAccess.NeededBy(context);
        if (needed == Access.None)
            return next(context);

        var credential = BearerCredential.Read(context.Request.Headers.Authorization);
        return credential.Form switch
        {
            CredentialForm.Given => CheckAsync(context, credential.Token, needed, next),
            CredentialForm.Malformed => RefuseAsync(
                context, StatusCodes.Status400BadRequest, rules.Challenge.Malformed(),
                "Send one header 'Authorization: Bearer …' with one token."),
            _ => RefuseAsync(
                context, StatusCodes.Status401Unauthorized, rules.Challenge.Missing(),
                "Send the token as 'Authorization: Bearer …'."),
        };
    }

    private async Task CheckAsync(HttpContext context, string token, Access needed, RequestDelegate next)
    {
        var verdict = await rules.CheckAsync(token, context.RequestAborted);
        if (verdict.Caller is not { } caller)
        {
            await RefuseAsync(context, verdict.Fault);
            return;
        }

        context.Features.Set(caller);
        context.User = UserOf(caller);
        if (context.RefuseUnlessMay(needed) is { } why)
            await Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, why);
        else
            await next(context);
    }

    private Task RefuseAsync(HttpContext context, TokenFault fault)
    {
        if (fault != TokenFault.KeysUnavailable)
            return RefuseAsync(
                context, StatusCodes.Status401Unauthorized, rules.Challenge.Invalid(fault), fault.Sentence());
        // Not 401: clients would throw a good token away.
        context.Response.Headers.RetryAfter = RetrySeconds;
        return Refusal.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, fault.Sentence());
    }

    private static Task RefuseAsync(HttpContext context, int status, string challenge, string message)
    {
        context.Response.Headers.WWWAuthenticate = challenge;
        return Refusal.WriteAsync(context, status, message);
    }

    private static ClaimsPrincipal UserOf(Caller caller) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, caller.Subject ?? string.Empty)], authenticationType: "Bearer"));
}
