using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Makes the SDK's servers, one for each modern HTTP request, session or pipe: request ids of different clients
/// collide, so two clients never share one (CVE-2026-25536).
/// </summary>
internal sealed class McpServerFactory
{
    private readonly McpServerOptions _options;
    private readonly ILoggerFactory _loggerFactory;

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
        var logger = loggerFactory.CreateLogger<McpServerFactory>();
        var tools = new ToolDispatch(definition.Tools, time, logger);
        _options = new McpServerOptions
        {
            ServerInfo = definition.ServerInfo,
            ServerInstructions = definition.Instructions,
            ScopeRequests = false,
            // Handlers, not collections: every server would subscribe to a collection's changes, and none ever come.
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = tools.ListAsync,
                CallToolHandler = tools.CallAsync,
                SubscriptionsListenHandler = new ListenDispatch(stopping).ListenAsync,
            },
        };
        if (definition.Resources is { } source)
            AddResources(_options.Handlers, new ResourceDispatch(source, logger));
        _options.Filters.Message.IncomingFilters.Add(TellWhenHandled);
    }

    /// <summary>What is served.</summary>
    public McpServerDefinition Definition { get; }

    /// <summary>Reads envelopes within the definition's limits.</summary>
    public MessageParser Parser { get; }

    /// <summary>Makes a server that has not started.</summary>
    public McpServer Create(ITransport transport) => McpServer.Create(transport, _options, _loggerFactory);

    private static void AddResources(McpServerHandlers handlers, ResourceDispatch resources)
    {
        handlers.ListResourcesHandler = resources.ListAsync;
        handlers.ListResourceTemplatesHandler = resources.ListTemplatesAsync;
        handlers.ReadResourceHandler = resources.ReadAsync;
    }

    // A cancelled request gets no answer, so only this tells a transport that its work has really ended.
    private static McpMessageHandler TellWhenHandled(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        try
        {
            await next(context, cancellationToken);
        }
        finally
        {
            if (context.JsonRpcMessage is JsonRpcRequest request)
                (request.Context?.RelatedTransport as IRequestObserver)?.OnHandled(request.Id);
        }
    };
}

/// <summary>A transport that counts the requests being worked on.</summary>
internal interface IRequestObserver
{
    /// <summary>Called once when a request's handler has ended, whether or not it was answered.</summary>
    void OnHandled(RequestId id);
}
