using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Security;

/// <summary>Refuses callers that may not, where only the request itself tells what it needs.</summary>
public static class AccessDemand
{
    /// <summary>Asks whether the sender of a request may do something.</summary>
    /// <param name="context">The request; its answer has not started.</param>
    /// <param name="needed">What it needs.</param>
    /// <returns>
    /// Null when it may. Otherwise one sentence to tell, with the answer's status (403) and challenge set.
    /// </returns>
    public static string? RefuseUnlessMay(this HttpContext context, Access needed)
    {
        var caller = Caller.Of(context);
        if (caller.May(needed))
            return null;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        var challenge = context.Features.Get<BearerChallenge>() ?? new BearerChallenge(null);
        context.Response.Headers.WWWAuthenticate = challenge.Insufficient(caller, needed);
        return challenge.Sentence(needed);
    }
}
