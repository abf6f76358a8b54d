using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>Asks the person for a colour, and again until it is one.</summary>
internal sealed class AskTool : McpTool
{
    private static readonly string[] Colours = ["red", "green"];

    public override string Name => "ask";
    public override string Title => "Ask";
    public override string Description => "Asks for a colour.";
    public override JsonElement InputSchema { get; } =
        JsonElement.Parse("""{"type":"object","additionalProperties":false,"properties":{"item":{"type":"string"}}}""");

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var dialogue = call.Dialogue;
        if (!dialogue.CanElicit)
            return Text("nobody to ask");
        if (dialogue.TryGetAnswer("color", out _) && !dialogue.TryGetForm("color", out _))
            return Text("declined");
        if (dialogue.TryGetForm("color", out var form)
            && form.TryGetProperty("color", out var color) && Colours.Contains(color.GetString()))
            return Text($"{call.Arguments.GetProperty("item").GetString()} is {color.GetString()}, "
                + $"round {dialogue.Memory.GetInt32()}");

        var round = dialogue.Memory.ValueKind == JsonValueKind.Number ? dialogue.Memory.GetInt32() + 1 : 1;
        throw dialogue.Ask(
            new Dictionary<string, InputRequest>
            {
                ["color"] = InputRequest.ForElicitation(new ElicitRequestParams
                {
                    Message = "Which colour?",
                    RequestedSchema = new ElicitRequestParams.RequestSchema
                    {
                        Properties = { ["color"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = Colours } },
                        Required = ["color"],
                    },
                }),
            },
            JsonElement.Parse($"{round}"));
    }

    private static ValueTask<CallToolResult> Text(string text) =>
        ValueTask.FromResult(new CallToolResult { Content = [new TextContentBlock { Text = text }] });
}

/// <summary>Work that may become a task: waits to be let go.</summary>
internal sealed class JobTool : McpTool
{
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override string Name => "job";
    public override string Title => "Job";
    public override string Description => "Works until it is let go.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse("""
        {"type":"object","properties":{"how":{"enum":["ok","protocol","result"]},
         "use":{"enum":["always","late","required","never"]},"ask":{"type":"boolean"}}}
        """);

    public void LetGo() => _go.TrySetResult();

    public override TaskUse TaskUseOf(ToolCall call) => Word(call, "use") switch
    {
        "always" => TaskUse.Allowed(TimeSpan.Zero),
        "late" => TaskUse.Allowed(TimeSpan.FromSeconds(5)),
        "required" => TaskUse.Required,
        _ => TaskUse.Never,
    };

    public override async ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        Started.TrySetResult();
        call.Progress?.Report(new ToolProgress(10, "begun"));
        if (call.Arguments.TryGetProperty("ask", out _) && !call.Dialogue.TryGetForm("name", out _))
        {
            throw call.Dialogue.Ask(new Dictionary<string, InputRequest>
            {
                ["name"] = InputRequest.ForElicitation(new ElicitRequestParams { Message = "Who?" }),
            });
        }

        try
        {
            await _go.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Stopped.TrySetResult();
        }

        await call.Log.WriteAsync(LoggingLevel.Warning, "job", "nobody may hear this in a task", cancellationToken);
        return Word(call, "how") switch
        {
            "protocol" => throw new McpProtocolException("no such job", McpErrorCode.InvalidParams),
            "result" => new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "refused" }] },
            _ => new CallToolResult { Content = [new TextContentBlock { Text = "done" }] },
        };
    }

    private static string? Word(ToolCall call, string name) =>
        call.Arguments.TryGetProperty(name, out var word) ? word.GetString() : null;
}

/// <summary>Logs at three levels, then answers.</summary>
internal sealed class LogTool : McpTool
{
    public override string Name => "log";
    public override string Title => "Log";
    public override string Description => "Logs debug, info and error.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse("""{"type":"object"}""");

    public override async ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        await call.Log.WriteAsync(LoggingLevel.Debug, "test", "small", cancellationToken);
        await call.Log.WriteAsync(LoggingLevel.Info, "test", "middle", cancellationToken);
        await call.Log.WriteAsync(LoggingLevel.Error, "test", "large", cancellationToken);
        return new CallToolResult { Content = [new TextContentBlock { Text = "logged" }] };
    }
}

/// <summary>Breaks its own promise.</summary>
internal sealed class LiarTool : McpTool
{
    public override string Name => "liar";
    public override string Title => "Liar";
    public override string Description => "Answers something else than it promises.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse("""{"type":"object"}""");

    public override JsonElement? OutputSchema { get; } =
        JsonElement.Parse("""{"type":"object","required":["truth"],"properties":{"truth":{"type":"boolean"}}}""");

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CallToolResult
        {
            Content = [new TextContentBlock { Text = "trust me" }],
            StructuredContent = JsonElement.Parse("""{"truth":"yes"}"""),
        });
}
