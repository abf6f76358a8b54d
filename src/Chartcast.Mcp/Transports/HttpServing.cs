using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Transports;

/// <summary>What the handlers of one HTTP endpoint share.</summary>
internal sealed class HttpServing : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending;
    private readonly Lazy<StatelessServer> _stateless;

    /// <param name="factory">Makes servers.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Fires when listening streams end.</param>
    public HttpServing(McpServerFactory factory, TimeProvider time, CancellationToken stopping)
    {
        Factory = factory;
        Time = time;
        Stopping = stopping;
        _ending = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        Ending = _ending.Token;
        stopping.Register(() => _ending.CancelAfter(Limits.StopGraceTime));
        Writer = new BoundedWriter(Limits.WriteDeadline, time);
        Events = new EventStreamWriter(Writer, Limits.KeepAliveInterval, time);
        Sessions = new SessionTable(Limits, time);
        _stateless = new Lazy<StatelessServer>(() => new StatelessServer(factory));
        Ending.Register(() => _ = Sessions.DisposeAsync().AsTask());
    }

    /// <summary>Makes what the endpoints share of an application's clock, logs and lifetime.</summary>
    public static HttpServing Create(IServiceProvider services, McpServerDefinition definition)
    {
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var factory = new McpServerFactory(
            definition, services.GetRequiredService<ILoggerFactory>(), time, lifetime.ApplicationStopping);
        var serving = new HttpServing(factory, time, lifetime.ApplicationStopping);
        lifetime.ApplicationStopped.Register(() =>
        {
            _ = serving.DisposeAsync().AsTask();
            _ = factory.DisposeAsync().AsTask();
        });
        return serving;
    }

    public McpServerFactory Factory { get; }

    public McpLimits Limits => Factory.Definition.Limits;

    public TimeProvider Time { get; }

    public CancellationToken Stopping { get; }

    /// <summary>Fires when requests that still run are cancelled, a grace time after <see cref="Stopping"/>.</summary>
    public CancellationToken Ending { get; }

    public BoundedWriter Writer { get; }

    public EventStreamWriter Events { get; }

    public SessionTable Sessions { get; }

    /// <summary>Serves the requests that describe themselves.</summary>
    public StatelessServer Stateless => _stateless.Value;

    /// <summary>Ends what is left, sessions and all.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _ending.Dispose();
        await Sessions.DisposeAsync();
        if (_stateless.IsValueCreated)
            await _stateless.Value.DisposeAsync();
    }

    /// <summary>Wraps a handler, so that clients that leave and broken HTTP are nobody's fault.</summary>
    public RequestDelegate Guard(RequestDelegate serve) => async context =>
    {
        try
        {
            await serve(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, exception.StatusCode, "The HTTP request is not valid.");
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client left or did not read; whoever works for it was told, and a session's log keeps what it missed.
        }
    };

    /// <summary>Writes a fault with an HTTP status.</summary>
    public Task RefuseAsync(HttpContext context, int status, MessageFault fault) =>
        HttpAnswers.RefuseAsync(context, status, fault, Writer);

    /// <summary>Writes a fault without an id with an HTTP status.</summary>
    public Task RefuseAsync(HttpContext context, int status, string message) =>
        RefuseAsync(context, status, new MessageFault(MessageFault.InvalidRequest, message));

    /// <summary>Says that there is no room now.</summary>
    public Task RefuseBusyAsync(HttpContext context, MessageFault fault)
    {
        context.Response.Headers.RetryAfter = "5";
        return RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, fault);
    }

    /// <summary>Refuses messages whose sender may not do all that they ask for.</summary>
    /// <returns>The refusal on its way, or null when the sender may.</returns>
    public Task? TryRefuseAccess(HttpContext context, IReadOnlyList<IncomingMessage> messages)
    {
        var needed = MethodAccess.NeededBy(messages, Factory.Definition.Tools);
        return context.RefuseUnlessMay(needed) is { } why
            ? RefuseAsync(
                context, StatusCodes.Status403Forbidden,
                new MessageFault(MessageFault.InvalidRequest, why, messages[0].Request?.Id))
            : null;
    }

    /// <summary>What the SDK does not carry of a request.</summary>
    public static CallOrigin OriginOf(HttpContext context, IncomingMessage message, string transport = "http")
    {
        var header = context.Request.Headers["X-Client-Id"];
        return new CallOrigin(message.Params, transport, header.Count == 1 ? header[0] : null, Caller.Of(context))
        {
            Settings = SettingsOf(context.Request),
        };
    }

    /// <summary>What a request's address says for all calls, as <see cref="ToolCall.Settings"/> has it.</summary>
    public static IReadOnlyDictionary<string, string> SettingsOf(HttpRequest request)
    {
        const int MostSettings = 16;
        const int LongestValue = 256;
        return request.Query.Count == 0
            ? CallOrigin.NoSettings
            : request.Query.Where(entry => entry.Key.Length <= LongestValue
                    && entry.Value is [{ Length: <= LongestValue }])
                .Take(MostSettings)
                .ToDictionary(entry => entry.Key, entry => entry.Value[0]!, StringComparer.Ordinal);
    }

    /// <summary>Waits for the reply and writes it, as JSON or as a stream.</summary>
    /// <param name="context">The response.</param>
    /// <param name="reply">Where the handler's messages go.</param>
    /// <param name="statusOf">The status of a single answer.</param>
    /// <param name="cancellationToken">Ends waiting and writing.</param>
    public async Task AnswerAsync(
        HttpContext context, PostReply reply, Func<JsonRpcMessage, int> statusOf, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await DecideAsync(reply, cancellationToken);
            if (cancellationToken.IsCancellationRequested)
                return;
            if (answer is not null)
                await HttpAnswers.WriteAsync(context, statusOf(answer), answer, Writer);
            else if (reply.Stream is var (log, reader))
                await Events.WriteAsync(context, log, reader, isResumed: false, cancellationToken);
        }
        finally
        {
            reply.Disconnect();
        }
    }

    private async Task<JsonRpcMessage?> DecideAsync(PostReply reply, CancellationToken cancellationToken)
    {
        try
        {
            return await reply.Decision.WaitAsync(Limits.KeepAliveInterval, Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Proxies cut quiet connections; a stream can be kept alive, a pending JSON answer cannot.
            reply.OpenStream();
            return await reply.Decision;
        }
    }
}
