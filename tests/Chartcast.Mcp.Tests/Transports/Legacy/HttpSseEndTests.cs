using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Transports.Legacy;

/// <summary>The connection is the session: what ends with it, and what ends it.</summary>
public sealed class HttpSseEndTests : IAsyncLifetime
{
    private const string Revision = "2024-11-05";

    private readonly FakeTimeProvider _time = new();
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(
        new McpLimits { MaxSessions = 1, MaxUnreadBytes = 4 * LargeTool.Bytes }, _time);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task ClosedConnection_StopsTheWork_AndEndsTheSession()
    {
        string address;
        using (var client = await SseClient.OpenAsync(_host.Http, Revision))
        {
            address = client.Address;
            await client.PostAsync(GateTool.Call("1", "a"));
            await _host.Tools.Gate.Started("a");
        }

        Assert.True(await _host.Tools.Gate.Ended("a"));
        await AssertEndedAsync(address);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ClosedPost_StopsNothing()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        using (await client.SendAsync(GateTool.Call("1", "a")))
            await _host.Tools.Gate.Started("a");
        _host.Tools.Gate.LetGo("a");

        Assert.False(await _host.Tools.Gate.Ended("a"));
        Assert.True((await client.Events.NextAsync())!.Json.TryGetProperty("result", out _));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Notification_CancelsTheCall_WithoutAnswer()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        await client.PostAsync(GateTool.Call("1", "a"));
        await _host.Tools.Gate.Started("a");
        // An answer to nothing, with the id of the call, is no reason not to.
        Assert.Equal(202, await client.PostAsync("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"));
        Assert.Equal(202, await client.PostAsync(LegacyClient.Cancelled("1")));
        Assert.True(await _host.Tools.Gate.Ended("a"));
        await client.PostAsync(LegacyClient.Ping("2"));

        Assert.Equal(2, (await client.Events.NextAsync())!.Json.GetProperty("id").GetInt32());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task StubbornWork_KeepsThePlace_UntilItStops()
    {
        string address;
        using (var client = await SseClient.OpenAsync(_host.Http, Revision))
        {
            address = client.Address;
            await client.PostAsync(GateTool.Call("1", "a", isStubborn: true));
            await _host.Tools.Gate.Started("a");
        }

        await Until.TrueAsync(async () => await StatusAsync(address) == 404);
        Assert.False(_host.Serving.Sessions.TryTakePlace());
        _host.Tools.Gate.LetGo("a");
        await AssertEndedAsync(address);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ReaderThatDoesNotRead_IsCut()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        Assert.Equal(202, await client.PostAsync(LargeTool.Call(1)));
        await client.PostAsync(GateTool.Call("2", "a"));
        await _host.Tools.Gate.Started("a");
        await Until.TrueAsync(
            async () => await StatusAsync(client.Address) != 202, () => _time.Advance(TimeSpan.FromSeconds(1)));

        Assert.True(await _host.Tools.Gate.Ended("a"));
        await AssertEndedAsync(client.Address);
        await Assert.ThrowsAnyAsync<IOException>(client.Events.RestAsync);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ReaderThatFallsBehind_IsCut_BeforeMemoryFills()
    {
        using var client = await SseClient.OpenAsync(_host.Http, Revision);
        var last = 0;
        while (last < 100 && await client.PostAsync(LargeTool.Call(++last)) == 202)
            await Task.Yield();
        var seen = await client.Events.RestAsync();

        Assert.InRange(seen.Count, 0, last - 1);
        Assert.Equal(seen.Count, seen.Select(answer => answer.Json.GetProperty("id").GetInt32()).Distinct().Count());
        await AssertEndedAsync(client.Address);
    }

    private async Task AssertEndedAsync(string address)
    {
        await Until.TrueAsync(_host.Serving.Sessions.TryTakePlace);
        Assert.Equal(404, await StatusAsync(address));
    }

    private async Task<int> StatusAsync(string address)
    {
        using var request = Raw.Post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        request.RequestUri = new Uri(address, UriKind.Relative);
        using var answer = await _host.Http.SendAsync(request, Cancel);
        return (int)answer.StatusCode;
    }
}
