using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Lists and calls tools for the SDK: finds, checks, runs, and words what went wrong.</summary>
internal sealed partial class ToolDispatch(ToolCatalog catalog, TimeProvider time, ILogger logger)
{
    // The list is fixed for the life of the process.
    private static readonly TimeSpan ListLifetime = TimeSpan.FromMinutes(5);

    public ValueTask<ListToolsResult> ListAsync(
        RequestContext<ListToolsRequestParams> context, CancellationToken cancellationToken)
    {
        Cursors.RequireNone(context.Params?.Cursor);
        return ValueTask.FromResult(Caching.Mark(new ListToolsResult
        {
            Tools = [.. catalog.ProtocolTools],
        }, context.Server, ListLifetime, CacheScope.Public));
    }

    public async ValueTask<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        var name = context.Params?.Name ?? string.Empty;
        if (!catalog.TryFind(name, out var tool))
            throw new McpProtocolException(UnknownTool(name), McpErrorCode.InvalidParams);

        var origin = CallOrigin.Of(context.JsonRpcRequest);
        var faults = ArgumentValidator.Validate(tool.InputSchema, origin.Arguments);
        if (faults.Count > 0)
            return tool.Refuse(faults);

        var reporter = context.Params!.ProgressToken is { } token
            ? new ProgressReporter(step => context.Server.SendMessageAsync(step, cancellationToken), token, time)
            : null;
        await using (reporter)
        {
            var call = new ToolCall(origin.Arguments, origin.ClientId, origin.Transport, reporter);
            return await RunAsync(tool, call, cancellationToken);
        }
    }

    private async ValueTask<CallToolResult> RunAsync(McpTool tool, ToolCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await tool.CallAsync(call, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not McpProtocolException and not InputRequiredException)
        {
            // What an unexpected exception says is for the log; the caller gets a number to ask about.
            var errorId = Guid.NewGuid().ToString("N")[..12];
            LogToolFailed(exception, tool.Name, errorId);
            return new CallToolResult
            {
                IsError = true,
                Content = [new TextContentBlock { Text = $"{tool.Name} failed unexpectedly (error {errorId})." }],
            };
        }
    }

    private string UnknownTool(string name)
    {
        var nearest = catalog.Nearest(name);
        var hint = nearest.Count > 0
            ? $"did you mean '{nearest[0]}'?"
            : $"known are {string.Join(", ", catalog.Tools.Select(tool => tool.Name))}.";
        return $"Unknown tool {FaultText.Quoted(name)}; {hint}";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} failed unexpectedly; error {ErrorId}")]
    private partial void LogToolFailed(Exception exception, string tool, string errorId);
}

/// <summary>Cursors of lists that have a single page.</summary>
internal static class Cursors
{
    public static void RequireNone(string? cursor)
    {
        if (cursor is not null)
            throw new McpProtocolException("params.cursor is none this server gave.", McpErrorCode.InvalidParams);
    }
}
