using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Sessions;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>
/// Requests that describe themselves (MCP 2026-07-28, Streamable HTTP): no session, one server for all of them.
/// </summary>
internal sealed class ModernRequests(HttpServing serving)
{
    private int _running;

    public async Task HandleAsync(HttpContext context, IncomingMessage message)
    {
        if (message.Message is JsonRpcNotification)
        {
            await HttpAnswers.AcceptAsync(context);
            return;
        }

        if (message.Request is not { } request)
        {
            await serving.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "This revision has no requests from servers to answer.");
            return;
        }

        var fault = CheckHeadersAndMeta(context.Request.Headers, message);
        if (fault is not null)
        {
            await serving.RefuseAsync(context, StatusCodes.Status400BadRequest, fault);
            return;
        }

        if (ParameterShapes.Check(message) is { } misshapen)
        {
            await serving.RefuseAsync(context, StatusCodes.Status200OK, misshapen);
            return;
        }

        await RunBoundedAsync(context, request, message);
    }

    // Order that clients and the conformance suite rely on: version mismatch, missing metadata, unknown version, the
    // rest.
    private MessageFault? CheckHeadersAndMeta(IHeaderDictionary headers, IncomingMessage message)
    {
        var id = message.Request!.Id;
        var version = message.Meta(MetaKeys.ProtocolVersion);
        if (version.ValueKind != JsonValueKind.String)
            return Missing(id, MetaKeys.ProtocolVersion, "a string");
        if (HeaderRules.Compare(headers, HeaderRules.Version, version.GetString()!) is { } different)
            return new MessageFault(MessageFault.HeaderMismatch, different, id);
        if (message.Meta(MetaKeys.ClientCapabilities).ValueKind != JsonValueKind.Object)
            return Missing(id, MetaKeys.ClientCapabilities, "an object");
        if (!RevisionRules.IsModernDate(version.GetString()))
            return Unsupported(id, version.GetString()!);
        return HeaderRules.Check(headers, message, serving.Factory.Definition.Tools);
    }

    private static MessageFault Missing(RequestId id, string key, string type) =>
        new(MessageFault.InvalidParams, $"params._meta['{key}'] must be {type}.", id);

    private static MessageFault Unsupported(RequestId id, string requested) =>
        new(MessageFault.UnsupportedVersion, "This protocol version is not supported in request metadata.", id)
        {
            Data = new JsonObject
            {
                ["supported"] = new JsonArray([.. RevisionRules.ModernDates.Select(date => JsonValue.Create(date))]),
                ["requested"] = requested,
            },
        };

    private async Task RunBoundedAsync(HttpContext context, JsonRpcRequest request, IncomingMessage message)
    {
        try
        {
            if (Interlocked.Increment(ref _running) > serving.Limits.MaxStatelessRequests)
                await serving.RefuseBusyAsync(
                    context,
                    new MessageFault(MessageFault.InternalError, "The server is busy; try again.", request.Id));
            else
                await RunAsync(context, request, message);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task RunAsync(HttpContext context, JsonRpcRequest request, IncomingMessage message)
    {
        var options = new StreamLogOptions(HasIds: false, KeepsRead: false, serving.Limits.MaxEventsPerStream);
        var reply = new PostReply([request.Id], () => new StreamLog(0, options), serving.Time);
        request.Context = new JsonRpcMessageContext
        {
            ProtocolVersion = IncomingMessage.TextOf(message.Params.GetProperty("_meta"u8), MetaKeys.ProtocolVersion),
            User = context.User,
        };
        if (message.WantsProgress)
            reply.OpenStream();

        // A closed response stream is this revision's cancellation.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, serving.Ending);
        var running = EndAsync(
            serving.Stateless.RunAsync(request, HttpServing.OriginOf(context, message), reply, ends.Token), reply);
        try
        {
            await serving.AnswerAsync(context, reply, HttpAnswers.ModernStatus, context.RequestAborted);
        }
        finally
        {
            await running;
        }
    }

    private static async Task EndAsync(Task running, PostReply reply)
    {
        await running;
        reply.End("The server stopped before the answer.");
    }
}
