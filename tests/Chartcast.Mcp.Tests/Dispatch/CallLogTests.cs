using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Dispatch;

/// <summary>Log messages of requests that describe themselves: none without a level.</summary>
public sealed class CallLogTests
{
    [Theory]
    [InlineData("debug", "small,middle,large")]
    [InlineData("info", "middle,large")]
    [InlineData("emergency", "")]
    public async Task Messages_ComeBeforeTheResult_AtTheLevelAskedFor(string level, string expected)
    {
        await using var host = await TestHost.StartAsync();
        var body = Raw.ModernBody(
            "tools/call", ",\"name\":\"log\"", meta: $",\"io.modelcontextprotocol/logLevel\":\"{level}\"");
        var request = Raw.Post(
            body, ("MCP-Protocol-Version", Raw.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "log"));
        if (expected.Length == 0)
        {
            using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal("logged", (await Raw.JsonAsync(answer)).GetProperty("result").GetProperty("content")[0]
                .GetProperty("text").GetString());
            return;
        }

        await using var stream = await SseMessages.OpenAsync(host.Http, request);
        var messages = await stream.RestAsync();

        Assert.True(messages[^1].TryGetProperty("result", out _));
        Assert.Equal(
            expected.Split(','),
            messages.SkipLast(1).Select(message => message.GetProperty("params").GetProperty("data").GetString()));
    }

    [Fact]
    public async Task Messages_DoNotComeWithoutALevel_AndUnknownLevelsAreRefused()
    {
        await using var host = await TestHost.StartAsync();
        var body = Raw.ModernBody(
            "tools/call", ",\"name\":\"log\"", meta: ",\"io.modelcontextprotocol/logLevel\":\"loud\"");
        using var answer = await host.Http.SendAsync(
            Raw.ModernPost("tools/call", ",\"name\":\"log\"", name: "log"), TestContext.Current.CancellationToken);

        Assert.True((await Raw.JsonAsync(answer)).TryGetProperty("result", out _));
        Assert.Equal((200, -32602), await Raw.ErrorAsync(host.Http, Raw.Post(
            body, ("MCP-Protocol-Version", Raw.Modern), ("Mcp-Method", "tools/call"), ("Mcp-Name", "log"))));
    }
}
