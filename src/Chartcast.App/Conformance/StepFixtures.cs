using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>Tools that tell something while they work.</summary>
/// <param name="time">The clock of their pauses.</param>
internal sealed class StepFixtures(TimeProvider time)
{
    // The suite wants steps that can be told apart, and says how far.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    public IEnumerable<McpTool> Tools =>
    [
        new FixtureTool("test_tool_with_progress", "Tells that it is 0, 50 and 100 percent done.", ProgressAsync),
        new FixtureTool("test_tool_with_logging", "Sends three log messages.", (call, cancel) => LogAsync(
            call, ["Tool execution started", "Tool processing data", "Tool execution completed"], cancel)),
        new FixtureTool("test_logging_tool", "Sends a log message to whoever wants them.",
            (call, cancel) => LogAsync(call, ["One message for those who asked for messages"], cancel)),
        new FixtureTool("test_streaming_elicitation", "Tells progress, then asks.", StreamAsync),
        new FixtureTool("test_reconnection", "Leaves its connection, then answers whoever comes back.", ReconnectAsync),
    ];

    private async ValueTask<CallToolResult> ProgressAsync(ToolCall call, CancellationToken cancellationToken)
    {
        call.Progress?.Report(new ToolProgress(0, "Begun"));
        await Task.Delay(Pause, time, cancellationToken);
        call.Progress?.Report(new ToolProgress(50, "Half done"));
        await Task.Delay(Pause, time, cancellationToken);
        call.Progress?.Report(new ToolProgress(100, "Done"));
        return FixtureTool.Text("Three steps were told to whoever asked for progress.");
    }

    private async ValueTask<CallToolResult> LogAsync(
        ToolCall call, string[] messages, CancellationToken cancellationToken)
    {
        for (int i = 0; i < messages.Length; i++)
        {
            if (i > 0) await Task.Delay(Pause, time, cancellationToken);
            await call.Log.WriteAsync(LoggingLevel.Info, "conformance", messages[i], cancellationToken);
        }

        return FixtureTool.Text("All messages were sent to whoever wanted them.");
    }

    private async ValueTask<CallToolResult> ReconnectAsync(ToolCall call, CancellationToken cancellationToken)
    {
        // Only revisions with polling can be left; the others wait for the answer as always.
        if (call.Pollable is { } connection) await connection.LeaveConnectionAsync(Retry);
        await Task.Delay(Pause, time, cancellationToken);
        return FixtureTool.Text("The answer came after the connection had been left.");
    }

    private static ValueTask<CallToolResult> StreamAsync(ToolCall call, CancellationToken cancellationToken)
    {
        call.Progress?.Report(new ToolProgress(50, "Asking"));
        if (!call.Dialogue.CanElicit) return ValueTask.FromResult(FixtureTool.Refusal("The client has nobody to ask."));
        if (!call.Dialogue.TryGetAnswer("name", out _))
        {
            throw call.Dialogue.Ask(new Dictionary<string, InputRequest>
            {
                ["name"] = Questions.Form("Which name?", """ "name":{"type":"string"} """, "name"),
            });
        }

        return ValueTask.FromResult(FixtureTool.Text("Thank you."));
    }
}
