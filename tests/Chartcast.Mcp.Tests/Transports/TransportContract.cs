using System.Text.Json.Nodes;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>What every transport does in every revision, seen by the SDK's own client.</summary>
public abstract partial class TransportContract : IAsyncLifetime
{
    private protected Tools Tools { get; set; } = null!;

    private McpClient Client { get; set; } = null!;

    private protected abstract string Revision { get; }

    private protected abstract string TransportName { get; }

    private protected bool IsModern => string.CompareOrdinal(Revision, "2026-07-28") >= 0;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A client that can be asked, and answers as <see cref="Answer"/> says.</summary>
    private protected McpClientOptions Options => new()
    {
        ProtocolVersion = Revision,
        Capabilities = new ClientCapabilities { Elicitation = new ElicitationCapability() },
        Handlers = new McpClientHandlers { ElicitationHandler = (request, _) => ValueTask.FromResult(Answer(request!)) },
    };

    public async ValueTask InitializeAsync() => Client = await ConnectAsync();

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await DisconnectAsync();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<McpClient> ConnectAsync();

    private protected abstract ValueTask DisconnectAsync();

    [Fact]
    public void Connect_AgreesOnRevisionAndServer()
    {
        Assert.Equal(Revision, Client.NegotiatedProtocolVersion);
        Assert.Equal("test", Client.ServerInfo!.Name);
        Assert.Equal("Use echo.", Client.ServerInstructions);
        Assert.NotNull(Client.ServerCapabilities.Tools);
        Assert.NotEqual(true, Client.ServerCapabilities.Tools!.ListChanged);
    }

    [Fact]
    public async Task List_ShowsToolsInOrder_WithSchemas()
    {
        var tools = await Client.ListToolsAsync(cancellationToken: Cancel);

        Assert.Equal(
            ["echo", "steps", "hang", "fail", "with_header", "ask", "job", "log", "liar", "gate", "leave", "large"],
            tools.Select(tool => tool.Name));
        Assert.Equal("Echo", tools[0].Title);
        var times = tools[0].JsonSchema.GetProperty("properties").GetProperty("times");
        Assert.Equal("integer", times.GetProperty("type").GetString());
        Assert.True(tools[0].ProtocolTool.Annotations!.ReadOnlyHint);
    }

    [Fact]
    public async Task Call_GivesContentAndStructuredContent_Untouched()
    {
        var result = await CallAsync("echo", new() { ["text"] = "a+b <ü> 日本 \u2028 \"q\"" });

        Assert.NotEqual(true, result.IsError);
        Assert.Equal("a+b <ü> 日本 \u2028 \"q\"", Assert.IsType<TextContentBlock>(result.Content[0]).Text);
        var image = Assert.IsType<ImageContentBlock>(result.Content[1]);
        Assert.Equal([0xFB, 0xEF, 0xBE, 0xFF], image.DecodedData.ToArray());
        var structured = result.StructuredContent!.Value;
        Assert.Empty(ArgumentValidator.Validate(new EchoTool().OutputSchema!.Value, structured));
        Assert.Equal(TransportName, structured.GetProperty("transport").GetString());
    }

    [Fact]
    public async Task Call_RefusesAllBadArguments_InOneErrorResult()
    {
        var result = await CallAsync("echo", new() { ["times"] = "x", ["mood"] = "glat", ["txt"] = 1 });

        Assert.True(result.IsError);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.Contains("- text: is required", text, StringComparison.Ordinal);
        Assert.Contains("- times: must be an integer", text, StringComparison.Ordinal);
        Assert.Contains("did you mean \"glad\"?", text, StringComparison.Ordinal);
        Assert.Contains("- txt: is not known here; did you mean 'text'?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_RefusesUnknownTool_WithInvalidParams()
    {
        var exception = await Assert.ThrowsAsync<McpProtocolException>(() => CallAsync("ecco", []));

        Assert.Equal(McpErrorCode.InvalidParams, exception.ErrorCode);
        Assert.Contains("did you mean 'echo'?", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bug")]
    [InlineData("mcp")]
    public async Task Call_HidesWhatAnUnexpectedExceptionSays(string how)
    {
        var result = await CallAsync("fail", new() { ["how"] = how });

        Assert.True(result.IsError);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.Matches("^fail failed unexpectedly \\(error [0-9a-f]{12}\\)\\.$", text);
    }

    [Fact]
    public async Task Call_PassesErrorsMeantForTheCaller()
    {
        var exception = await Assert.ThrowsAsync<McpProtocolException>(
            () => CallAsync("fail", new() { ["how"] = "protocol" }));
        var result = await CallAsync("fail", new() { ["how"] = "result" });

        Assert.Contains("meant for the caller", exception.Message, StringComparison.Ordinal);
        Assert.True(result.IsError);
        Assert.Equal("refused politely", Assert.IsType<TextContentBlock>(result.Content[0]).Text);
    }

    [Fact]
    public async Task Call_ReportsProgress_OnceForEachRise()
    {
        var seen = new List<float>();
        var first = new TaskCompletionSource();
        var progress = new Reports(value =>
        {
            lock (seen)
                seen.Add(value.Progress);
            first.TrySetResult();
        });
        var call = Client.CallToolAsync("steps", progress: progress, cancellationToken: Cancel).AsTask();
        await first.Task.WaitAsync(Cancel);
        Tools.Steps.LetGo();
        var result = await call;

        Assert.Equal("stepped", Assert.IsType<TextContentBlock>(result.Content[0]).Text);
        // The client hands notifications on side by side and drops what follows the result; order and completeness on
        // the
        // wire are checked by the raw tests.
        lock (seen)
        {
            Assert.NotEmpty(seen);
            Assert.DoesNotContain(5, seen);
            Assert.Equal(seen.Distinct(), seen);
        }
    }

    [Fact]
    public async Task Cancel_StopsTheTool()
    {
        await CancelHangAsync(Client);

        await Tools.Hang.Stopped.Task.WaitAsync(Cancel);
        Assert.NotEqual(true, (await CallAsync("echo", new() { ["text"] = "still here" })).IsError);
    }

    [Fact]
    public async Task Resources_AreListedByPageAndRead()
    {
        var resources = await Client.ListResourcesAsync(cancellationToken: Cancel);
        var templates = await Client.ListResourceTemplatesAsync(cancellationToken: Cancel);
        var read = await Client.ReadResourceAsync("note://2", cancellationToken: Cancel);

        Assert.Equal(["note://1", "note://2"], resources.Select(resource => resource.Uri));
        Assert.Equal("note://{id}", Assert.Single(templates).UriTemplate);
        Assert.Equal("note 2", Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text);
    }

    [Fact]
    public async Task Resources_UnknownOne_HasTheRevisionsCode()
    {
        var exception = await Assert.ThrowsAsync<McpProtocolException>(
            async () => await Client.ReadResourceAsync("note://9", cancellationToken: Cancel));

        Assert.Equal(IsModern ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound, exception.ErrorCode);
    }

    [Fact]
    public async Task Resources_HideWhatAnUnexpectedExceptionSays()
    {
        var exception = await Assert.ThrowsAsync<McpProtocolException>(
            async () => await Client.ReadResourceAsync("note://broken", cancellationToken: Cancel));

        Assert.Equal(McpErrorCode.InternalError, exception.ErrorCode);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_RunSideBySide()
    {
        var cancelling = CancelHangAsync(Client);
        await Tools.Hang.Started.Task.WaitAsync(Cancel);
        var results = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(number => CallAsync("echo", new() { ["text"] = $"n{number}" })));

        Assert.Equal(
            Enumerable.Range(0, 20).Select(number => $"n{number}"),
            results.Select(result => Assert.IsType<TextContentBlock>(result.Content[0]).Text));
        await cancelling;
    }

    /// <summary>Calls the tool that never ends, waits until it runs, and cancels it by notification.</summary>
    /// <remarks>By hand: the client sends no notification when its token fires before its own write has
    /// returned.</remarks>
    private protected virtual async Task CancelHangAsync(McpClient client)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var request = new JsonRpcRequest
        {
            Id = new RequestId("hang-1"),
            Method = RequestMethods.ToolsCall,
            Params = new JsonObject { ["name"] = "hang" },
        };
        var call = client.SendRequestAsync(request, leave.Token);
        await Tools.Hang.Started.Task.WaitAsync(Cancel);
        await client.SendMessageAsync(
            new JsonRpcNotification
            {
                Method = NotificationMethods.CancelledNotification,
                Params = new JsonObject { ["requestId"] = "hang-1" },
            },
            Cancel);
        await Tools.Hang.Stopped.Task.WaitAsync(Cancel);
        // No answer comes; on a pipe the client would wait for ever.
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => call);
    }

    private Task<CallToolResult> CallAsync(string tool, Dictionary<string, object?> arguments) =>
        Client.CallToolAsync(tool, arguments, cancellationToken: Cancel).AsTask();

    private sealed class Reports(Action<ProgressNotificationValue> report) : IProgress<ProgressNotificationValue>
    {
        public void Report(ProgressNotificationValue value) => report(value);
    }
}
