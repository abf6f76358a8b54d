using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Shutdown;

    // Guide: Process Management: a service manager stops it with SIGTERM
/// <summary>Stopping, as operators do it.</summary>
public sealed class SignalTests
{
    [Fact]
    public async Task Terminate_EndsOpenStreamsCleanly_AndExitsWithZero()
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        await using EventReader events = await EventReader.OpenAsync(new Uri(server.Address, "mcp/events/one"));
        Assert.Equal("connection", (await events.NextAsync())!.Name);

        Task<int> stopping = server.StopAsync();

        Assert.Equal("shutdown", (await events.NextAsync())!.Name);
        Assert.Null(await events.NextAsync());
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task Terminate_FinishesRunningCharts_BeforeItEndsTheStreams()
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        await using EventReader events = await EventReader.OpenAsync(new Uri(server.Address, "mcp/events/one"));
        Assert.Equal("connection", (await events.NextAsync())!.Name);
        // Large enough to be still at work when the signal comes; answers at once with its id.
        JsonElement submitted = await server.DrawAsync(
            """{"symbol":"DEMO:DRAIN","interval":"1m","bars":20000,"width":4096,"height":4096,"wait":false}""");
        string requestId = submitted.GetProperty("requestId").GetString()!;

        Task<int> stopping = server.StopAsync();

        IReadOnlyList<ReceivedEvent> seen = await events.UntilFinalAsync(requestId);
        Assert.Equal("completed", seen[^1].Step);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task Terminate_EndsOpenMcpStreamsCleanly()
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        using HttpResponseMessage sse = await OpenAsync(server, new HttpRequestMessage(HttpMethod.Get, "sse"));
        using HttpResponseMessage handshake = await OpenAsync(server, Post("""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},
            "clientInfo":{"name":"test","version":"1"}}}
            """));
        var get = new HttpRequestMessage(HttpMethod.Get, "mcp");
        get.Headers.Add("Mcp-Session-Id", handshake.Headers.GetValues("Mcp-Session-Id"));
        using HttpResponseMessage session = await OpenAsync(server, get);
        HttpRequestMessage listening = Post("""
            {"jsonrpc":"2.0","id":"sub","method":"subscriptions/listen","params":{"notifications":{},"_meta":{
            "io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}
            """);
        listening.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        listening.Headers.Add("Mcp-Method", "subscriptions/listen");
        using HttpResponseMessage listen = await OpenAsync(server, listening);

        Task<int> stopping = server.StopAsync();

        // A stream that is cut would throw.
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Assert.Contains("event: endpoint", await sse.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Empty(await session.Content.ReadAsStringAsync(cancel));
        Assert.Contains("\"id\":\"sub\"", await listen.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task SecondSignal_EndsAtOnce_AndTheChartIsMadeAtTheNextStart()
    {
        using var state = new ScratchFolder();
        string requestId;
        await using (ServerProcess server = await ServerProcess.StartAsync(state.Path))
        {
            JsonElement submitted = await server.DrawAsync(
                """{"symbol":"DEMO:TWICE","width":4096,"height":4096,"pixelRatio":4,"bars":20000,"wait":false}""");
            requestId = submitted.GetProperty("requestId").GetString()!;
            server.Signal(15);
            await server.WaitForLogAsync("Stopping with 1 requests unfinished");
            server.Signal(15);
            Assert.Equal(128 + 15, await server.EndAsync());
        }

        await using ServerProcess next = await ServerProcess.StartAsync(state.Path);
        await using EventReader events = await EventReader.OpenAsync(
            new Uri(next.Address, $"mcp/events/one?requestId={requestId}"), lastEventId: null);
        Assert.Equal("connection", (await events.NextAsync())!.Name);
        JsonElement answer = await next.CallToolAsync("get_chart_status", $$"""{"requestId":"{{requestId}}"}""");
        string status = answer.GetProperty("result").GetProperty("structuredContent").GetProperty("status").GetString()!;
        if (status != "completed") Assert.Equal("completed", (await events.UntilFinalAsync(requestId))[^1].Step);
    }

    [Fact]
    public async Task Serve_SaysWhoHasThePort_WhenItIsTaken()
    {
        using var state = new ScratchFolder();
        using var other = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        CommandResult second = await Command.RunAsync(
            "dotnet", [Checkout.Program, "serve", "--port", $"{server.Address.Port}", "--state", other.Path]);
        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains($"{server.Address.Port}", second.Errors, StringComparison.Ordinal);
        Assert.Contains("PORT", second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_RefusesASecondServerOnTheSameState()
    {
        using var state = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        CommandResult second = await Command.RunAsync(
            "dotnet", [Checkout.Program, "serve", "--port", "0", "--state", state.Path]);
        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains("--state", second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Errors, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Post(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "mcp")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        return request;
    }

    private static async Task<HttpResponseMessage> OpenAsync(ServerProcess server, HttpRequestMessage request)
    {
        HttpResponseMessage answer = await server.Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        return answer;
    }
}
