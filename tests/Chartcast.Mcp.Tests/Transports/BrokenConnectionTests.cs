using System.Text;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>Clients that go in the middle, on real sockets.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(
        new McpLimits { MaxSessions = 1 },
        socket: Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".sock"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory(Timeout = Until.Limit)]
    [InlineData("/mcp", "Content-Length: 100\r\n", "{\"jsonrpc\":")]
    [InlineData("/mcp", "Transfer-Encoding: chunked\r\n", "10\r\n{\"json")]
    [InlineData("/mcp", "Transfer-Encoding: chunked\r\n", "10\r\n0123456789abcdef\r\nnonsense\r\n")]
    [InlineData("sse", "Content-Length: 100\r\n", "{\"jsonrpc\":")]
    public async Task HalfABody_CostsNothing(string path, string length, string start)
    {
        using var sse = path == "sse" ? await SseClient.OpenAsync(_host.Http) : null;
        for (var round = 0; round < 20; round++)
        {
            await using var wire = await _host.ConnectAsync(Cancel);
            var head = $"POST {sse?.Address ?? path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{length}\r\n";
            await wire.WriteAsync(Encoding.ASCII.GetBytes(head + start), Cancel);
        }

        if (sse is not null)
        {
            Assert.Equal(202, await sse.PostAsync(LegacyClient.Ping("1")));
            Assert.Equal(1, (await sse.Events.NextAsync())!.Json.GetProperty("id").GetInt32());
            return;
        }

        var client = await LegacyClient.OpenAsync(_host.Http, "2025-11-25");
        Assert.Equal(200, await client.PostStatusAsync(LegacyClient.Ping("1")));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task HandshakeWhoseClientLeft_TakesNoPlaceForEver()
    {
        var body = Raw.InitializeBody("2025-11-25");
        await using (var wire = await _host.ConnectAsync(Cancel))
        {
            var request = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + $"Content-Length: {body.Length + 1}\r\n\r\n{body}";
            await wire.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        }

        await LegacyClient.OpenAsync(_host.Http, "2025-11-25");
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ClientGoneInTheMiddle_StopsModernWork_AndLeavesASessionsWorkAlone()
    {
        var session = await LegacyClient.OpenAsync(_host.Http, "2025-11-25");
        await SendAndLeaveAsync(
            GateTool.Call("1", "legacy"), "legacy", $"Mcp-Session-Id: {session.Session}\r\n");
        await SendAndLeaveAsync(
            Raw.ModernBody("tools/call", ",\"name\":\"gate\",\"arguments\":{\"key\":\"modern\"}"),
            "modern",
            $"MCP-Protocol-Version: {Raw.Modern}\r\nMcp-Method: tools/call\r\nMcp-Name: gate\r\n");

        Assert.True(await _host.Tools.Gate.Ended("modern"));
        _host.Tools.Gate.LetGo("legacy");
        Assert.False(await _host.Tools.Gate.Ended("legacy"));
        Assert.Equal(200, await session.PostStatusAsync(LegacyClient.Ping("2")));
    }

    private async Task SendAndLeaveAsync(string body, string key, string headers)
    {
        await using var wire = await _host.ConnectAsync(Cancel);
        var request = "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {body.Length}\r\n{headers}\r\n{body}";
        await wire.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        await _host.Tools.Gate.Started(key);
    }
}
