using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.App.Failures;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Guide;

/// <summary>The plain JSON-RPC endpoints, the event stream and the server's information, as the guide shows
/// them.</summary>
internal sealed partial class GuideEndpoints
{
    public const string InitializePath = "/mcp/initialize";
    public const string ListToolsPath = "/mcp/tools/list";
    public const string CallToolPath = "/mcp/tools/call";
    public const string EventsPath = "/mcp/events/{clientId}";
    public const string HealthPath = "/mcp/health";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private readonly ChartEngine _engine;
    private readonly McpServerDefinition _definition;
    private readonly GuideInformation _information;
    private readonly GuideToolCalls _calls;
    private readonly ILogger _logger;

    public GuideEndpoints(ChartEngine engine, McpServerDefinition definition, ILogger<GuideEndpoints> logger)
    {
        _engine = engine;
        _definition = definition;
        _information = new GuideInformation(engine, definition);
        _calls = new GuideToolCalls(definition.Tools);
        _logger = logger;
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reading, (RequestDelegate)_information.WriteServerAsync).Needs(Access.Read);
        routes.MapMethods(HealthPath, Reading, (RequestDelegate)_information.WriteHealthAsync).Needs(Access.Read);
        routes.MapGet(EventsPath, (RequestDelegate)ListenAsync).Needs(Access.Read);
        routes.MapPost(InitializePath, Answering("initialize", InitializeAsync)).Needs(Access.Read);
        routes.MapPost(ListToolsPath, Answering("tools/list", ListToolsAsync)).Needs(Access.Read);
        // What the tool needs beyond looking is asked for once its name is known.
        routes.MapPost(CallToolPath, Answering("tools/call", CallToolAsync)).Needs(Access.Read);
    }

    private RequestDelegate Answering(string method, Func<HttpContext, GuideRequest, Task> answer) =>
        context => AnswerAsync(context, method, answer);

    private async Task AnswerAsync(
        HttpContext context, string method, Func<HttpContext, GuideRequest, Task> answer)
    {
        GuideRequest request = default;
        JsonDocument? document = null;
        try
        {
            ReadOnlyMemory<byte> body = await GuideRequestReader.ReadBodyAsync(context.Request);
            document = GuideRequestReader.Parse(body);
            request = GuideRequestReader.Check(document.RootElement, method);
            await answer(context, request);
        }
        catch (GuideException error) when (!context.Response.HasStarted)
        {
            LogRefused(method, error.Status, error.Code, error.Message);
            await GuideAnswers.WriteErrorAsync(context, error);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            LogLeft(method);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            string incident = Guid.NewGuid().ToString("N")[..12];
            LogBroken(exception, method, incident);
            JsonElement? id = request.Id.ValueKind == JsonValueKind.Undefined ? null : request.Id;
            await GuideAnswers.WriteErrorAsync(context, GuideErrors.Broken(id, incident));
        }
        finally
        {
            // The id of an answer is a piece of the request, so the request outlives every answer above.
            document?.Dispose();
        }
    }

    private Task InitializeAsync(HttpContext context, GuideRequest request) =>
        GuideAnswers.WriteResultAsync(
            context, request.Id, json => _information.WriteInitializeResult(json, context.Request, request));

    private Task ListToolsAsync(HttpContext context, GuideRequest request) =>
        GuideAnswers.WriteResultAsync(context, request.Id, _definition.Tools.ListJson.WriteTo);

    private async Task CallToolAsync(HttpContext context, GuideRequest request)
    {
        CallToolResult result = await _calls.CallAsync(context.Request, request, context.RequestAborted);
        await GuideAnswers.WriteResultAsync(context, request.Id, result);
    }

    private async Task ListenAsync(HttpContext context)
    {
        var faults = new List<FieldFault>();
        EventStreamRequest request = EventStreamRequest.Read(context.Request, faults);
        if (faults.Count > 0)
        {
            string message = string.Join(" ", faults.Select(fault => $"{fault.Field} {fault.Message}"));
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest,
                new Failure(ChartErrorCode.InvalidArgument.WireName(), message) { Faults = faults });
            return;
        }

        await _engine.StartAsync(context.RequestAborted);
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache, no-transform";
        headers["X-Accel-Buffering"] = "no";
        headers.XContentTypeOptions = "nosniff";
        using EventSubscription subscription =
            _engine.Events.Subscribe(request.Filter, request.ClientId, request.LastEventId);
        using var stream = new EventStream(context, request.ClientId, _engine.Events, _engine.Time, _logger);
        using var lease = new StreamLease(Caller.Of(context), _engine.Time, context.RequestAborted);
        await stream.RunAsync(subscription, lease.Ended);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused {Method} with {Status}, {Code}: {Reason}")]
    private partial void LogRefused(string method, int status, int code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} broke, incident {Incident}")]
    private partial void LogBroken(Exception exception, string method, string incident);

    [LoggerMessage(Level = LogLevel.Information, Message = "The caller of {Method} left before its answer")]
    private partial void LogLeft(string method);
}
