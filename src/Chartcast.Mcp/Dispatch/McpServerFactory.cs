using System.Text.Json.Nodes;
using Chartcast.Mcp.Tasks;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Makes the SDK's servers, one for each session or pipe: request ids of different clients collide, so two clients
/// never share one with their own ids (CVE-2026-25536).
/// </summary>
internal sealed class McpServerFactory : IAsyncDisposable
{
    private readonly Action<McpServerHandlers> _addHandlers;
    private readonly McpServerOptions _options;
    private readonly ILoggerFactory _loggerFactory;
    private readonly TimeProvider _time;
    private readonly TaskTable _tasks;
    private readonly TaskExtension _extension;

    /// <param name="definition">What to serve.</param>
    /// <param name="loggerFactory">Where logs go.</param>
    /// <param name="time">The clock of progress pacing.</param>
    /// <param name="stopping">Fires when listening streams should end.</param>
    public McpServerFactory(
        McpServerDefinition definition, ILoggerFactory loggerFactory, TimeProvider time, CancellationToken stopping)
    {
        Definition = definition;
        Parser = new MessageParser(definition.Limits);
        _loggerFactory = loggerFactory;
        _time = time;
        var logger = loggerFactory.CreateLogger<McpServerFactory>();
        var seal = new RequestStateSeal(() => definition.StateKey, time, definition.Limits.AnswerTime);
        _tasks = new TaskTable(definition.Limits, definition.Changes, time);
        _extension = new TaskExtension(_tasks, seal, time);
        var tools = new ToolDispatch(definition.Tools, _extension, seal, time, logger);
        var prompts = definition.Prompts.Count > 0 ? new PromptDispatch(definition.Prompts, seal) : null;
        var completion = definition.Completions is { } completions ? new CompletionDispatch(completions) : null;
        var resources = definition.Resources is { } source ? new ResourceDispatch(source, logger) : null;
        var listen = new ListenDispatch(definition, _extension, time, stopping);
        // Handlers, not collections: every server would subscribe to a collection's changes.
        _addHandlers = handlers =>
        {
            handlers.ListToolsHandler = tools.ListAsync;
            handlers.CallToolWithAlternateHandler = tools.CallAsync;
            handlers.SubscriptionsListenHandler = listen.ListenAsync;
            handlers.ListPromptsHandler = prompts is null ? null : prompts.ListAsync;
            handlers.GetPromptHandler = prompts is null ? null : prompts.GetAsync;
            handlers.CompleteHandler = completion is null ? null : completion.CompleteAsync;
            handlers.ListResourcesHandler = resources is null ? null : resources.ListAsync;
            handlers.ListResourceTemplatesHandler = resources is null ? null : resources.ListTemplatesAsync;
            handlers.ReadResourceHandler = resources is null ? null : resources.ReadAsync;
        };
        _options = Options(static _ => { });
    }

    /// <summary>What is served.</summary>
    public McpServerDefinition Definition { get; }

    /// <summary>Reads envelopes within the definition's limits.</summary>
    public MessageParser Parser { get; }

    /// <summary>Makes a server for requests that describe themselves; it has not started.</summary>
    public McpServer Create(ITransport transport) => McpServer.Create(transport, _options, _loggerFactory);

    /// <summary>Makes a server for a client that stays; it has not started.</summary>
    public SessionServer CreateForSession(ITransport transport) => SessionServer.Create(
        further => McpServer.Create(transport, Options(further), _loggerFactory), Definition, _time);

    /// <summary>Cancels the tasks that still run.</summary>
    public ValueTask DisposeAsync() => _tasks.DisposeAsync();

    private McpServerOptions Options(Action<McpServerHandlers> further)
    {
        var options = new McpServerOptions
        {
            ServerInfo = Definition.ServerInfo,
            ServerInstructions = Definition.Instructions,
            ScopeRequests = false,
            Capabilities = Capabilities(),
            RequestHandlers = [.. _extension.Handlers],
        };
        _addHandlers(options.Handlers);
        further(options.Handlers);
        options.Filters.Message.IncomingFilters.Add(RequestWatch.Filter);
        options.Filters.Message.OutgoingFilters.Add(MarkDiscovery);
        return options;
    }

    private ServerCapabilities Capabilities()
    {
        var lists = Definition.Changes.Lists;
        return new ServerCapabilities
        {
            Logging = new LoggingCapability(),
            Tools = new ToolsCapability { ListChanged = Promise(ChangingLists.Tools) },
            Prompts = Definition.Prompts.Count == 0
                ? null
                : new PromptsCapability { ListChanged = Promise(ChangingLists.Prompts) },
            Resources = Definition.Resources is null
                ? null
                : new ResourcesCapability { Subscribe = true, ListChanged = Promise(ChangingLists.Resources) },
            Extensions = new Dictionary<string, object> { [TaskMethods.Extension] = new JsonObject() },
        };

        bool? Promise(ChangingLists list) => lists.HasFlag(list) ? true : null;
    }

    // The SDK writes a lifetime of nothing, and leaves logging out though messages are sent.
    private static McpMessageHandler MarkDiscovery(McpMessageHandler next) => (context, cancellationToken) =>
    {
        if (context.JsonRpcMessage is JsonRpcResponse { Result: JsonObject result }
            && result["supportedVersions"] is not null && result["capabilities"] is JsonObject capabilities)
        {
            result["ttlMs"] = (long)Caching.FixedLifetime.TotalMilliseconds;
            result["cacheScope"] = "public";
            capabilities["logging"] ??= new JsonObject();
        }

        return next(context, cancellationToken);
    };
}
