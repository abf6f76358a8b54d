using Chartcast.Mcp.Revisions;
using Chartcast.Mcp.Tasks;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Dispatch;

/// <summary>Lists and calls tools for the SDK: finds, checks, runs, and words what went wrong.</summary>
internal sealed partial class ToolDispatch(
    ToolCatalog catalog, TaskExtension tasks, RequestStateSeal seal, TimeProvider time, ILogger logger)
{
    public ValueTask<ListToolsResult> ListAsync(
        RequestContext<ListToolsRequestParams> context, CancellationToken cancellationToken)
    {
        Cursors.RequireNone(context.Params?.Cursor);
        return ValueTask.FromResult(Caching.Mark(new ListToolsResult
        {
            Tools = [.. catalog.ProtocolTools],
        }, context.Server, Caching.FixedLifetime, CacheScope.Public));
    }

    public async ValueTask<ResultOrAlternate<CallToolResult>> CallAsync(
        RequestContext<CallToolRequestParams> context, CancellationToken cancellationToken)
    {
        var name = context.Params?.Name ?? string.Empty;
        if (!catalog.TryFind(name, out var tool))
            throw new McpProtocolException(UnknownTool(name), McpErrorCode.InvalidParams);

        var origin = CallOrigin.Of(context.JsonRpcRequest);
        // Transports refuse this with a status of their own; one that forgot must not open the tool.
        if (!origin.Caller.May(tool.RequiredAccess))
            throw new McpProtocolException($"The caller may not use {tool.Name}.", McpErrorCode.InvalidRequest);
        var faults = ArgumentValidator.Validate(tool.InputSchema, origin.Arguments);
        if (faults.Count > 0 && !tool.AsksForArguments)
            return tool.Refuse(faults);

        var isModern = RevisionRules.IsModernDate(context.Server.NegotiatedProtocolVersion);
        var question = new SealedQuestion(
            RequestMethods.ToolsCall, name, CanonicalText.Of(origin.Arguments), origin.Subject);
        var reporter = context.Params!.ProgressToken is { } token
            ? new ProgressReporter(step => context.Server.SendMessageAsync(step, cancellationToken), token, time)
            : null;
        await using (reporter)
        {
            var call = new ToolCall(origin.Arguments, origin.ClientId, origin.Transport, reporter)
            {
                Caller = origin.Caller,
                Settings = origin.Settings,
                Dialogue = Dialogue.Of(context.Server, context.Params, seal, question),
                Pollable = origin.Pollable,
                Log = CallLog.Of(context.Server, context.JsonRpcRequest, isModern),
            };
            return await RunAsync(tool, call, context.Server, question, cancellationToken);
        }
    }

    private async ValueTask<ResultOrAlternate<CallToolResult>> RunAsync(
        McpTool tool,
        ToolCall call,
        McpServer server,
        SealedQuestion question,
        CancellationToken cancellationToken)
    {
        var use = tool.TaskUseOf(call);
        var client = server.ClientCapabilities;
        var revision = server.NegotiatedProtocolVersion;
        var canBeTask = RevisionRules.IsModernDate(revision) && TaskExtension.IsDeclared(client);
        if (use.IsRequired && !canBeTask)
            throw TaskExtension.Undeclared();
        if (!use.IsAllowed || !canBeTask)
            return RevisionContent.Fit(await RunAsync(tool, call, cancellationToken), revision);
        return await tasks.RunAsync(
            use, question,
            (round, cancelled) => RunAsync(tool, InTask(call, client, question, round), cancelled),
            cancellationToken);
    }

    private ToolCall InTask(ToolCall call, ClientCapabilities? client, SealedQuestion question, TaskRound round) =>
        call with
        {
            Progress = new TaskProgress(round.Task, call.Progress),
            Log = call.Log.Until(round.HasLeft),
            Dialogue = round.Answers is { } answers
                ? new Dialogue(client, answers, round.Memory, memory => seal.Seal(question, memory))
                : call.Dialogue,
        };

    private async ValueTask<CallToolResult> RunAsync(McpTool tool, ToolCall call, CancellationToken cancellationToken)
    {
        try
        {
            return Checked(tool, await tool.CallAsync(call, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not McpProtocolException and not InputRequiredException)
        {
            // What an unexpected exception says is for the log; the caller gets a number to ask about.
            var errorId = NewErrorId();
            LogToolFailed(exception, tool.Name, errorId);
            return Failed(tool, errorId);
        }
    }

    // Clients refuse a result that does not keep its tool's promise; better that it is said here, with a number.
    private CallToolResult Checked(McpTool tool, CallToolResult result)
    {
        if (result.IsError is true || tool.OutputSchema is not { } schema)
            return result;
        var faults = result.StructuredContent is { } structured
            ? ArgumentValidator.Validate(schema, structured)
            : [new ArgumentFault("structuredContent", "is missing")];
        if (faults.Count == 0)
            return result;
        var errorId = NewErrorId();
        LogWrongResult(tool.Name, errorId, string.Join("; ", faults.Select(fault => $"{fault.Field} {fault.Message}")));
        return Failed(tool, errorId);
    }

    private static string NewErrorId() => Guid.NewGuid().ToString("N")[..12];

    private static CallToolResult Failed(McpTool tool, string errorId) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = $"{tool.Name} failed unexpectedly (error {errorId})." }],
    };

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

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The result of {Tool} does not fit its output schema; error {ErrorId}: {Faults}")]
    private partial void LogWrongResult(string tool, string errorId, string faults);
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
