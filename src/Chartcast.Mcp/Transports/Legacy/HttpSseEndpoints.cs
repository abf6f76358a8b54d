using System.Collections.Concurrent;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Microsoft.AspNetCore.Http;

namespace Chartcast.Mcp.Transports.Legacy;

/// <summary>
/// The transport of 2024-11-05: GET opens a stream that is the session, POST brings messages, and every answer comes
/// on the stream.
/// </summary>
/// <param name="serving">What all HTTP handlers share.</param>
/// <param name="messagesPath">Where messages are posted to.</param>
internal sealed class HttpSseEndpoints(HttpServing serving, PathString messagesPath)
{
    private const string SessionParameter = "sessionId";

    private readonly ConcurrentDictionary<string, SseConnection> _connections = new(StringComparer.Ordinal);

    /// <summary>GET: opens a connection and serves it until its end.</summary>
    public async Task OpenAsync(HttpContext context)
    {
        if (!HttpShape.Accepts(context.Request, "text/event-stream"))
        {
            await serving.RefuseAsync(
                context, StatusCodes.Status406NotAcceptable, "Accept must list text/event-stream.");
            return;
        }

        if (HttpShape.HasModernVersion(context.Request))
        {
            await RefuseModernAsync(context);
            return;
        }

        if (!serving.Sessions.TryTakePlace())
        {
            await serving.RefuseBusyAsync(
                context, new MessageFault(MessageFault.InternalError, "Too many sessions; try again later."));
            return;
        }

        try
        {
            await ServeAsync(context);
        }
        finally
        {
            serving.Sessions.ReleasePlace();
        }
    }

    /// <summary>POST: takes messages in for a connection.</summary>
    public async Task PostAsync(HttpContext context)
    {
        var ids = context.Request.Query[SessionParameter];
        if (ids.Count != 1)
        {
            await serving.RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"The query parameter {SessionParameter} is missing; post where the stream's first event says.");
            return;
        }

        if (!_connections.TryGetValue(ids[0]!, out var connection)
            || connection.Subject != LegacySessions.Subject(context))
        {
            await serving.RefuseAsync(context, StatusCodes.Status404NotFound, LegacySessions.NoSession(null));
            return;
        }

        if (await PostedMessages.ReadAsync(serving, context) is not { } parsed)
            return;
        if (serving.TryRefuseAccess(context, parsed.Messages) is { } refusal)
            await refusal;
        else if (HttpShape.HasModernVersion(context.Request) || parsed.Messages.Any(message => message.DescribesItself))
            await RefuseModernAsync(context);
        else if (connection.Intake.Check(parsed) is { } fault)
            await serving.RefuseAsync(context, StatusCodes.Status400BadRequest, fault);
        else
            await TakeAsync(context, connection, parsed);
    }

    private async Task ServeAsync(HttpContext context)
    {
        await using var connection = new SseConnection(
            serving.Factory, LegacySessions.Subject(context), HttpServing.SettingsOf(context.Request), serving.Time);
        // The path alone: clients refuse an address on another origin than the stream's.
        var address = context.Request.PathBase.Add(messagesPath).ToUriComponent();
        var reader = connection.Open($"{address}?{SessionParameter}={connection.Id}");
        _connections[connection.Id] = connection;
        try
        {
            using var stop = serving.Stopping.Register(() => _ = connection.FinishWhenIdleAsync());
            using var end = serving.Ending.Register(() => connection.End("The server stopped before the answer."));
            using var lease = new StreamLease(Caller.Of(context), serving.Time, context.RequestAborted);
            await serving.Events.WriteAsync(context, connection.Log, reader, isResumed: false, lease.Ended);
        }
        finally
        {
            _connections.TryRemove(connection.Id, out _);
        }
    }

    // As on a pipe, what is wrong with a request is its answer on the stream; only what cannot be is told here.
    private async Task TakeAsync(HttpContext context, SseConnection connection, ParsedMessages parsed)
    {
        MessageFault? untold = null;
        foreach (var message in parsed.Messages)
        {
            var origin = HttpServing.OriginOf(context, message, "sse") with { Settings = connection.Settings };
            if (connection.Intake.Take(message, origin, parsed.IsBatch) is not { } fault)
                continue;
            if (fault.Id is null)
                untold ??= fault;
            else
                await connection.SendAsync(fault.ToError());
        }

        if (untold is null)
            await HttpAnswers.AcceptAsync(context);
        else if (untold.Code == MessageFault.LegacySessionNotFound)
            await serving.RefuseAsync(context, StatusCodes.Status404NotFound, untold);
        else
            await serving.RefuseAsync(context, StatusCodes.Status400BadRequest, untold);
    }

    private Task RefuseModernAsync(HttpContext context) => serving.RefuseAsync(
        context,
        StatusCodes.Status400BadRequest,
        "This transport has no requests that describe themselves: initialize here, or use Streamable HTTP.");
}
