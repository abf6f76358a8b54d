using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>POST: reads the message, finds its era, hands it on (order: form, JSON, envelope, access, era).</summary>
internal sealed class PostEndpoint(HttpServing serving)
{
    private readonly ModernRequests _modern = new(serving);
    private readonly LegacyRequests _legacy = new(serving);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await ServeAsync(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await serving.RefuseAsync(context, exception.StatusCode, "The HTTP request is not valid.");
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client left; whoever works for it was told by the request's own token.
        }
    }

    private async Task ServeAsync(HttpContext context)
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

        if (!HttpShape.HasJsonBody(request))
        {
            await serving.RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "Send Content-Type application/json, not compressed.");
            return;
        }

        if (await HttpBody.ReadAsync(context, serving.Limits.MaxBodyBytes) is not { } body)
        {
            context.Response.Headers.Connection = "close";
            await serving.RefuseAsync(
                context,
                StatusCodes.Status413PayloadTooLarge,
                $"A body has at most {serving.Limits.MaxBodyBytes} bytes.");
            return;
        }

        await HandleAsync(context, serving.Factory.Parser.Parse(body.Span));
    }

    private Task HandleAsync(HttpContext context, ParsedMessages parsed)
    {
        if (parsed.Fault is { } fault)
            return serving.RefuseAsync(context, StatusCodes.Status400BadRequest, fault);
        if (serving.TryRefuseAccess(context, parsed.Messages) is { } refusal)
            return refusal;
        if (parsed.IsBatch)
            return HttpShape.HasModernVersion(context.Request)
                ? serving.RefuseAsync(context, StatusCodes.Status400BadRequest, "A body is one message, not an array.")
                : _legacy.HandleAsync(context, parsed);

        var message = parsed.Messages[0];
        var isModern = message.Meta(MetaKeys.ProtocolVersion).ValueKind != JsonValueKind.Undefined
            || HttpShape.HasModernVersion(context.Request);
        return isModern ? _modern.HandleAsync(context, message) : _legacy.HandleAsync(context, parsed);
    }
}
