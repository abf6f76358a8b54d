using System.Text.Json;
using Chartcast.App.Tools;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>A tool that the conformance suite calls by name and whose answer it knows beforehand.</summary>
/// <param name="name">The name the suite calls.</param>
/// <param name="description">What it does.</param>
/// <param name="work">The answer.</param>
/// <param name="schema">Its arguments; null for none.</param>
/// <param name="taskUse">When a call becomes a task; null for never.</param>
internal sealed class FixtureTool(
    string name,
    string description,
    Func<ToolCall, CancellationToken, ValueTask<CallToolResult>> work,
    JsonElement? schema = null,
    Func<ToolCall, TaskUse>? taskUse = null) : McpTool
{
    /// <summary>A tool that answers the same at once, whatever is asked.</summary>
    public FixtureTool(string name, string description, CallToolResult answer)
        : this(name, description, (_, _) => ValueTask.FromResult(answer))
    {
    }

    public override string Name => name;

    public override string Title => name;

    public override string Description => description;

    public override JsonElement InputSchema => schema ?? ToolSchemas.NoArguments;

    public override TaskUse TaskUseOf(ToolCall call) => taskUse?.Invoke(call) ?? TaskUse.Never;

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken) =>
        work(call, cancellationToken);

    /// <summary>An answer of one text.</summary>
    public static CallToolResult Text(string text) => new() { Content = [new TextContentBlock { Text = text }] };

    /// <summary>A refusal of one text.</summary>
    public static CallToolResult Refusal(string text) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = text }] };
}
