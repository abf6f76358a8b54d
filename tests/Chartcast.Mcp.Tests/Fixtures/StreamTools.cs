using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>Calls that a test starts, lets go and sees end, each by its key.</summary>
internal sealed class GateTool : McpTool
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new();

    public override string Name => "gate";
    public override string Title => "Gate";
    public override string Description => "Waits until its key is let go; a stubborn one does not stop before.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse(
        """{"type":"object","properties":{"key":{"type":"string"},"stubborn":{"type":"boolean"}}}""");

    /// <summary>The body of a call; <paramref name="meta"/> is what stands in <c>_meta</c>.</summary>
    public static string Call(string id, string key, bool isStubborn = false, string meta = "") =>
        $"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"gate\",\"arguments\":"
        + $"{{\"key\":\"{key}\",\"stubborn\":{(isStubborn ? "true" : "false")}}},\"_meta\":{{{meta}}}}}}}";

    public Task Started(string key) => Of(key).Started.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>Whether it ended by being cancelled, when it has ended.</summary>
    public Task<bool> Ended(string key) => Of(key).Ended.Task.WaitAsync(TestContext.Current.CancellationToken);

    public void LetGo(string key) => Of(key).Go.TrySetResult();

    /// <summary>What a call's client has set for all of its calls.</summary>
    public IReadOnlyDictionary<string, string> SettingsOf(string key) => Of(key).Settings!;

    public override async ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var gate = Of(call.Arguments.GetProperty("key").GetString()!);
        var isStubborn = call.Arguments.TryGetProperty("stubborn", out var stubborn) && stubborn.GetBoolean();
        gate.Settings = call.Settings;
        call.Progress?.Report(new ToolProgress(10, "waiting"));
        gate.Started.TrySetResult();
        try
        {
            await gate.Go.Task.WaitAsync(isStubborn ? CancellationToken.None : cancellationToken);
        }
        finally
        {
            gate.Ended.TrySetResult(cancellationToken.IsCancellationRequested);
        }

        return new CallToolResult { Content = [new TextContentBlock { Text = "let go" }] };
    }

    private Gate Of(string key) => _gates.GetOrAdd(key, _ => new Gate());

    private sealed class Gate
    {
        public IReadOnlyDictionary<string, string>? Settings { get; set; }

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<bool> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Leaves its caller's connection before it answers, where that can be.</summary>
internal sealed class LeaveTool : McpTool
{
    private readonly Channel<bool> _left = Channel.CreateUnbounded<bool>();
    private readonly Channel<bool> _go = Channel.CreateUnbounded<bool>();

    public override string Name => "leave";
    public override string Title => "Leave";
    public override string Description => "Leaves the connection, waits to be let go, answers.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse(
        """{"type":"object","properties":{"times":{"type":"integer"},"retryMs":{"type":"integer"}}}""");

    public static string Call(int times = 1, int retryMs = 500) =>
        "{\"jsonrpc\":\"2.0\",\"id\":\"leaving\",\"method\":\"tools/call\",\"params\":{\"name\":\"leave\","
        + $"\"arguments\":{{\"times\":{times},\"retryMs\":{retryMs}}}}}}}";

    /// <summary>Completes when the tool has left once more.</summary>
    public async Task Left() => await _left.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets it go on after one leaving.</summary>
    public void LetGo() => _go.Writer.TryWrite(true);

    public override async ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var times = call.Arguments.TryGetProperty("times", out var number) ? number.GetInt32() : 1;
        var retryMs = call.Arguments.TryGetProperty("retryMs", out var retry) ? retry.GetInt32() : 1;
        for (var time = 0; time < times && call.Pollable is { } connection; time++)
        {
            await connection.LeaveConnectionAsync(TimeSpan.FromMilliseconds(retryMs)).WaitAsync(cancellationToken);
            _left.Writer.TryWrite(true);
            await _go.Reader.ReadAsync(cancellationToken);
        }

        var text = call.Pollable is null ? "stayed" : "left";
        return new CallToolResult { Content = [new TextContentBlock { Text = text }] };
    }
}

/// <summary>Answers with a large text.</summary>
internal sealed class LargeTool : McpTool
{
    public const int Bytes = 200_000;

    public override string Name => "large";
    public override string Title => "Large";
    public override string Description => "Answers with a large text.";
    public override JsonElement InputSchema { get; } = JsonElement.Parse("""{"type":"object"}""");

    public static string Call(int id) =>
        $"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"large\"}}}}";

    public override ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CallToolResult
        {
            Content = [new TextContentBlock { Text = new string('x', Bytes) }],
        });
}
