using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>Gives back what it got.</summary>
internal sealed class EchoTool : McpTool
{
    public override string Name => "echo";
    public override string Title => "Echo";
    public override string Description => "Gives the text back.";

    public override JsonElement InputSchema { get; } = JsonElement.Parse("""
        {"type":"object","additionalProperties":false,"required":["text"],"properties":{
         "text":{"type":"string","minLength":1,"maxLength":200},
         "times":{"type":"integer","minimum":1,"maximum":5},
         "mood":{"enum":["glad","calm"]}}}
        """);

    public override JsonElement? OutputSchema { get; } = JsonElement.Parse("""
        {"type":"object","required":["text","clientId","transport"],"properties":{"text":{"type":"string"},
         "clientId":{"type":["string","null"]},"transport":{"type":"string"}}}
        """);

    public override ToolAnnotations Annotations => new() { ReadOnlyHint = true };

    public override Access RequiredAccess => Access.Read;

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var text = call.Arguments.GetProperty("text").GetString()!;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WriteString("clientId", call.ClientId);
            writer.WriteString("transport", call.Transport);
            writer.WriteEndObject();
        }

        return ValueTask.FromResult(new CallToolResult
        {
            Content =
            [
                new TextContentBlock { Text = text },
                ImageContentBlock.FromBytes(new byte[] { 0xFB, 0xEF, 0xBE, 0xFF }, "image/png"),
            ],
            StructuredContent = JsonElement.Parse(buffer.ToArray()),
        });
    }
}

/// <summary>Tells its steps, and waits to be let go before the last one.</summary>
internal sealed class StepsTool : McpTool
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string Name => "steps";
    public override string Title => "Steps";
    public override string Description => "Reports 10, 10, 5, 60, then waits, then 100.";
    public override JsonElement InputSchema { get; } =
        JsonElement.Parse("""{"type":"object","additionalProperties":false}""");

    public void LetGo() => _go.TrySetResult();

    public override async ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        foreach (var percent in (double[])[10, 10, 5, 60])
            call.Progress?.Report(new ToolProgress(percent, $"at {percent}"));
        await _go.Task.WaitAsync(cancellationToken);
        call.Progress?.Report(new ToolProgress(100, "at 100"));
        return new CallToolResult { Content = [new TextContentBlock { Text = "stepped" }] };
    }
}

/// <summary>Never ends by itself.</summary>
internal sealed class HangTool : McpTool
{
    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string Name => "hang";
    public override string Title => "Hang";
    public override string Description => "Waits until it is cancelled.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse("""{"type":"object"}""");

    public override async ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        Started.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Stopped.TrySetResult();
        }

        throw new InvalidOperationException("unreachable");
    }
}

/// <summary>Fails in the way it is asked to.</summary>
internal sealed class FailTool : McpTool
{
    public override string Name => "fail";
    public override string Title => "Fail";
    public override string Description => "Throws.";
    public override JsonElement InputSchema { get; } =
        JsonElement.Parse("""{"type":"object","properties":{"how":{"enum":["bug","mcp","protocol","result"]}}}""");

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken) =>
        call.Arguments.GetProperty("how").GetString() switch
        {
            "bug" => throw new InvalidOperationException("secret /home/path"),
            "mcp" => throw new McpException("secret /home/path"),
            "protocol" => throw new McpProtocolException("meant for the caller", McpErrorCode.InvalidParams),
            _ => ValueTask.FromResult(new CallToolResult
            {
                IsError = true,
                Content = [new TextContentBlock { Text = "refused politely" }],
            }),
        };
}

/// <summary>Has an argument that is repeated in a header.</summary>
internal sealed class HeaderTool : McpTool
{
    public override string Name => "with_header";
    public override string Title => "With header";
    public override string Description => "Has a routed argument.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse("""
        {"type":"object","properties":{"region":{"type":"string","x-mcp-header":"Region"},
         "size":{"type":"integer","x-mcp-header":"Size"}}}
        """);

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CallToolResult { Content = [new TextContentBlock { Text = "routed" }] });
}
