using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Sessions;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>Finds the session a request belongs to; GET and DELETE in it.</summary>
internal sealed class LegacySessions(HttpServing serving)
{
    private const string LastEventHeader = "Last-Event-ID";

    /// <summary>Who calls, as authenticated.</summary>
    public static string? Subject(HttpContext context) => Caller.Of(context).Subject;

    /// <summary>What a caller hears whose session is none, is another's or has ended.</summary>
    public static MessageFault NoSession(RequestId? id) =>
        new(MessageFault.LegacySessionNotFound, "There is no such session; initialize again.", id);

    /// <summary>Finds the session of a request.</summary>
    /// <returns>The refusal on its way when there is none, else null.</returns>
    public static Task? TryFind(
        HttpServing serving, HttpContext context, ParsedMessages parsed, out McpSession? session)
    {
        session = null;
        var id = parsed.Messages is { Count: > 0 } ? parsed.Messages[0].Request?.Id : null;
        var header = context.Request.Headers[HttpShape.SessionHeader];
        if (HttpShape.Version(context.Request) is { } version && !RevisionRules.IsLegacyDate(version))
            return serving.RefuseAsync(
                context, StatusCodes.Status400BadRequest,
                new MessageFault(MessageFault.InvalidRequest, "This protocol version has no sessions.", id));
        if (header.Count != 1 || string.IsNullOrEmpty(header[0]))
            return serving.RefuseAsync(
                context, StatusCodes.Status400BadRequest,
                new MessageFault(
                    MessageFault.InvalidRequest, "The header Mcp-Session-Id is missing; initialize first.", id));

        session = serving.Sessions.Find(header[0]!, Subject(context));
        if (session is null)
            return serving.RefuseAsync(context, StatusCodes.Status404NotFound, NoSession(id));
        return parsed.IsBatch && !session.Revision.HasBatches()
            ? serving.RefuseAsync(context, StatusCodes.Status400BadRequest, "A body is one message, not an array.")
            : null;
    }

    /// <summary>GET: the stream of what nobody asked for, or any stream from where a reader lost it.</summary>
    public async Task GetAsync(HttpContext context)
    {
        if (HttpShape.HasModernVersion(context.Request))
        {
            await RefuseMethodAsync(context);
            return;
        }

        if (!HttpShape.Accepts(context.Request, "text/event-stream"))
        {
            await serving.RefuseAsync(
                context, StatusCodes.Status406NotAcceptable, "Accept must list text/event-stream.");
            return;
        }

        if (TryFind(serving, context, default, out var session) is { } refusal)
            await refusal;
        else if (Locate(context.Request, session!) is var (log, cursor))
            await StreamAsync(context, session!, log, cursor);
        else
            await serving.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "The event named by Last-Event-ID is not kept any more.");
    }

    /// <summary>DELETE: ends the session.</summary>
    public async Task DeleteAsync(HttpContext context)
    {
        if (HttpShape.HasModernVersion(context.Request))
        {
            await RefuseMethodAsync(context);
            return;
        }

        if (TryFind(serving, context, default, out var session) is { } refusal)
        {
            await refusal;
            return;
        }

        // Not awaited: a tool that is slow to stop must not hold up the answer.
        _ = serving.Sessions.EndAsync(session!);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static (StreamLog Log, StreamCursor Cursor)? Locate(HttpRequest request, McpSession session)
    {
        var header = request.Headers[LastEventHeader];
        if (header.Count == 0)
            return session.Streams.Standalone.Open(after: null) is { } fresh
                ? (session.Streams.Standalone, fresh)
                : null;
        return EventId.TryParse(header.ToString(), out var id)
            && session.Streams.Find(id.Stream) is { } log && log.Open(id.Sequence) is { } cursor
            ? (log, cursor)
            : null;
    }

    private async Task StreamAsync(HttpContext context, McpSession session, StreamLog log, StreamCursor cursor)
    {
        using var lease = new StreamLease(
            Caller.Of(context), serving.Time, context.RequestAborted, serving.Stopping, session.Ended);
        session.Connected(+1);
        try
        {
            var isResumed = context.Request.Headers.ContainsKey(LastEventHeader);
            await serving.Events.WriteAsync(context, log, cursor, isResumed, lease.Ended);
        }
        finally
        {
            session.Connected(-1);
        }
    }

    private Task RefuseMethodAsync(HttpContext context)
    {
        context.Response.Headers.Allow = "POST";
        return serving.RefuseAsync(
            context, StatusCodes.Status405MethodNotAllowed, "This protocol version has POST only.");
    }
}
