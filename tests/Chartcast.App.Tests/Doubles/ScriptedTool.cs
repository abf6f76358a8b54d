using System.Text.Json;
using Chartcast.App.Failures;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tests.Doubles;

/// <summary>A tool that does what a test says.</summary>
public sealed class ScriptedTool(string name, Func<ToolCall, CallToolResult> answer) : McpTool
{
    public override string Name => name;

    public override string Title => name;

    public override string Description => name;

    public override JsonElement InputSchema { get; } = JsonDocument.Parse("""{"type":"object"}""").RootElement;

    /// <summary>Fails as generate_chart does when the chart service refuses.</summary>
    public static ScriptedTool Refused(string words) => new("generate_chart", _ => App.Tools.ToolErrors.Answer(
        Failure.From(new ChartError
        {
            Code = ChartErrorCode.UpstreamRefused,
            Message = "Chart-IMG refused the request.",
            Upstream = words,
        })));

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken) =>
        new(answer(call));
}
