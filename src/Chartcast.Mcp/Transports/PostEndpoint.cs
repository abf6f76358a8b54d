using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Transports;

/// <summary>POST: reads the message, finds its era, hands it on (order: form, JSON, envelope, access, era).</summary>
internal sealed class PostEndpoint(HttpServing serving)
{
    private readonly ModernRequests _modern = new(serving);
    private readonly LegacyRequests _legacy = new(serving);

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpShape.Accepts(request, "application/json") || !HttpShape.Accepts(request, "text/event-stream"))
        {
            await serving.RefuseAsync(
                context,
                StatusCodes.Status406NotAcceptable,
                "Accept must list application/json and text/event-stream.");
            return;
        }

        if (await PostedMessages.ReadAsync(serving, context) is { } parsed)
            await HandleAsync(context, parsed);
    }

    private Task HandleAsync(HttpContext context, ParsedMessages parsed)
    {
        if (serving.TryRefuseAccess(context, parsed.Messages) is { } refusal)
            return refusal;
        if (parsed.IsBatch)
            return HttpShape.HasModernVersion(context.Request)
                ? serving.RefuseAsync(context, StatusCodes.Status400BadRequest, "A body is one message, not an array.")
                : _legacy.HandleAsync(context, parsed);

        var message = parsed.Messages[0];
        return message.DescribesItself || HttpShape.HasModernVersion(context.Request)
            ? _modern.HandleAsync(context, message)
            : _legacy.HandleAsync(context, parsed);
    }
}
