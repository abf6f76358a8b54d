using System.Diagnostics;
using System.Text.Json;
using Chartcast.App.Engines;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>What all tools share: checked arguments, failures worded once, timing in the log.</summary>
public abstract partial class ChartTool : McpTool
{
    private readonly ILogger _logger;

    /// <summary>Takes what tools work with.</summary>
    protected ChartTool(ChartEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Engine = engine;
        _logger = engine.Loggers.CreateLogger<ChartTool>();
    }

    /// <summary>What is behind the front doors.</summary>
    protected ChartEngine Engine { get; }

    /// <summary>Whether the tool checks its arguments itself, with better words than the schema's.</summary>
    protected virtual bool ChecksArguments => false;

    /// <inheritdoc/>
    public sealed override bool AsksForArguments => ChecksArguments;

    /// <inheritdoc/>
    public sealed override async ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        long begin = Stopwatch.GetTimestamp();
        string outcome = "cancelled";
        try
        {
            CallToolResult result = await AnswerAsync(call, cancellationToken);
            outcome = result.IsError == true ? OutcomeOf(result) : "ok";
            return result;
        }
        catch (InputRequiredException)
        {
            outcome = "asked";
            throw;
        }
        finally
        {
            double elapsedMs = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
            LogCall(Name, call.Transport, call.ClientId ?? "-", Math.Round(elapsedMs, 1), outcome);
        }
    }

    /// <inheritdoc/>
    public sealed override CallToolResult Refuse(IReadOnlyList<ArgumentFault> faults) =>
        ToolErrors.Answer(ToolErrors.WrongArguments(Name, faults));

    /// <summary>Does the work with checked arguments.</summary>
    /// <exception cref="ChartException">It cannot be done, for a reason the caller should know.</exception>
    protected abstract ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken);

    /// <summary>The caller as requests remember it.</summary>
    protected static ChartCaller CallerOf(ToolCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        // Requests keep a narrower grammar than the protocol; a name outside it correlates nothing.
        bool isId = call.ClientId is { Length: > 0 and <= 128 } id
            && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-');
        return new ChartCaller(isId ? call.ClientId : null, call.Transport) { Owner = call.Caller.Subject };
    }

    private async ValueTask<CallToolResult> AnswerAsync(ToolCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (!ChecksArguments)
            {
                IReadOnlyList<ArgumentFault> faults = ArgumentValidator.Validate(InputSchema, call.Arguments);
                if (faults.Count > 0) return Refuse(faults);
            }

            return await WorkAsync(call, cancellationToken);
        }
        catch (ChartException exception)
        {
            if (exception.InnerException is { } inner) LogFailed(inner, Name, exception.Error.Code);
            return ToolErrors.Answer(Failure.From(exception.Error));
        }
        catch (Exception exception) when (
            exception is not (OperationCanceledException or McpException or InputRequiredException))
        {
            string incident = Guid.NewGuid().ToString("N")[..12];
            LogBug(exception, Name, incident);
            return ToolErrors.Answer(Failure.Internal(incident));
        }
    }

    private static string OutcomeOf(CallToolResult result) =>
        result.StructuredContent is { ValueKind: JsonValueKind.Object } content
        && content.TryGetProperty("error"u8, out JsonElement error)
        && error.TryGetProperty("code"u8, out JsonElement code)
            ? code.GetString() ?? "error"
            : "error";

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Tool {Tool} over {Transport} for {ClientId} took {ElapsedMs} ms: {Outcome}")]
    private partial void LogCall(string tool, string transport, string clientId, double elapsedMs, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tool {Tool} failed with {Code}")]
    private partial void LogFailed(Exception exception, string tool, ChartErrorCode code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} broke, incident {Incident}")]
    private partial void LogBug(Exception exception, string tool, string incident);
}
