using System.Text.Json.Nodes;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Sessions;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>POST in a session (MCP 2025-03-26 to 2025-11-25, Streamable HTTP).</summary>
internal sealed class LegacyRequests(HttpServing serving)
{
    public Task HandleAsync(HttpContext context, ParsedMessages parsed)
    {
        if (!parsed.IsBatch && parsed.Messages[0].Method == RequestMethods.Initialize)
            return InitializeAsync(context, parsed.Messages[0]);
        return LegacySessions.TryFind(serving, context, parsed, out var session) is { } refusal
            ? refusal
            : InSessionAsync(context, session!, parsed);
    }

    private async Task InitializeAsync(HttpContext context, IncomingMessage message)
    {
        if (message.Request is not { } request)
        {
            await serving.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "initialize is a request; give it an id.");
            return;
        }

        if (ParameterShapes.Check(message) is { } misshapen)
        {
            await serving.RefuseAsync(context, StatusCodes.Status200OK, misshapen);
            return;
        }

        if (!serving.Sessions.TryTakePlace())
        {
            await serving.RefuseBusyAsync(
                context,
                new MessageFault(MessageFault.InternalError, "Too many sessions; try again later.", request.Id));
            return;
        }

        await OpenSessionAsync(context, request, message);
    }

    private async Task OpenSessionAsync(HttpContext context, JsonRpcRequest request, IncomingMessage message)
    {
        // The handshake never selects a revision without one, whatever the client names.
        var revision = RevisionRules.Negotiate(message.Text("protocolVersion"));
        ((JsonObject)request.Params!)["protocolVersion"] = revision.Date();
        var session = new McpSession(serving.Factory, revision, LegacySessions.Subject(context), serving.Time);
        JsonRpcMessage? answer = null;
        try
        {
            var (reply, _) = session.TryOpenReply([request]);
            session.Post(request, HttpServing.OriginOf(context, message));
            answer = await reply!.Decision.WaitAsync(context.RequestAborted);
        }
        finally
        {
            // A failed handshake leaves no session behind.
            if (answer is not JsonRpcResponse)
            {
                serving.Sessions.ReleasePlace();
                await session.DisposeAsync();
            }
        }

        if (answer is JsonRpcResponse)
        {
            serving.Sessions.Add(session);
            context.Response.Headers[HttpShape.SessionHeader] = session.Id;
        }

        if (answer is not null)
            await HttpAnswers.WriteAsync(context, StatusCodes.Status200OK, answer, serving.Writer);
    }

    private async Task InSessionAsync(HttpContext context, McpSession session, ParsedMessages parsed)
    {
        if (parsed.Messages.Any(message => message.Method == RequestMethods.Initialize))
        {
            await serving.RefuseAsync(context, StatusCodes.Status400BadRequest, "initialize must not be in a batch.");
            return;
        }

        if (parsed.Messages.Any(message => message.DescribesItself))
        {
            await serving.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "A session has no requests that describe themselves.");
            return;
        }

        var requests = parsed.Messages.Where(message => message.Request is not null).ToList();
        if (requests.Count == 0)
        {
            var isTaken = true;
            foreach (var message in parsed.Messages)
                isTaken &= session.Post(message.Message, HttpServing.OriginOf(context, message));
            await (isTaken
                ? HttpAnswers.AcceptAsync(context)
                : serving.RefuseAsync(context, StatusCodes.Status404NotFound, LegacySessions.NoSession(null)));
            return;
        }

        await AnswerAsync(context, session, parsed, requests);
    }

    private async Task AnswerAsync(
        HttpContext context, McpSession session, ParsedMessages parsed, List<IncomingMessage> requests)
    {
        var (reply, fault) = session.TryOpenReply([.. requests.Select(message => message.Request!)]);
        if (reply is null)
        {
            var status = fault!.Code == MessageFault.LegacySessionNotFound
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status400BadRequest;
            await serving.RefuseAsync(context, status, fault);
            return;
        }

        if (parsed.IsBatch || requests.Any(message => message.WantsProgress))
            reply.OpenStream();
        session.Connected(+1);
        try
        {
            foreach (var message in parsed.Messages)
                await PostAsync(context, session, message);
            // A dropped connection is no cancellation here: only the writing ends, the handler goes on.
            await serving.AnswerAsync(context, reply, _ => StatusCodes.Status200OK, context.RequestAborted);
        }
        finally
        {
            session.Connected(-1);
        }
    }

    private static Task PostAsync(HttpContext context, McpSession session, IncomingMessage message)
    {
        if (ParameterShapes.Check(message) is { } misshapen)
            return message.Message.Context!.RelatedTransport!.SendMessageAsync(misshapen.ToError());
        session.Post(message.Message, HttpServing.OriginOf(context, message));
        return Task.CompletedTask;
    }
}
