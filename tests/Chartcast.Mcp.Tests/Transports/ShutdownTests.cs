using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>
/// Stopping Kestrel with everything open. The host would wait an hour, so a stop that comes at all came by itself.
/// </summary>
public sealed class ShutdownTests : IAsyncLifetime
{
    private const string Progress = "\"progressToken\":1";

    private readonly FakeTimeProvider _time = new();
    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GateTool Gate => _host.Tools.Gate;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(
        time: _time, socket: Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".sock"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact(Timeout = Until.Limit)]
    public async Task StreamsThatOnlyListen_EndAtOnce()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-11-25");
        using var get = await client.GetAsync();
        using var sse = await SseClient.OpenAsync(_host.Http, "2024-11-05");
        using var listen = await EventReader.OpenAsync(
            _host.Http, Raw.ModernPost("subscriptions/listen", ",\"notifications\":{}", id: "\"sub\""));
        await _host.StopAsync();

        Assert.All(await get.RestAsync(), mark => Assert.True(mark.IsMark));
        Assert.Empty(await sse.Events.RestAsync());
        Assert.Equal("sub", (await listen.RestAsync())[^1].Json.GetProperty("id").GetString());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task CallsThatEndInTime_AreAnswered()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        using var sse = await SseClient.OpenAsync(_host.Http, "2024-11-05");
        var calls = await StartAsync(client, sse);
        var stopping = _host.StopAsync();
        await StoppingAsync();
        foreach (var key in (string[])["modern", "single", "stream", "sse"])
            Gate.LetGo(key);
        await stopping;

        using var modern = await calls.Modern;
        using var single = await calls.Single;
        Assert.True((await Raw.JsonAsync(modern)).TryGetProperty("result", out _));
        Assert.True((await Raw.JsonAsync(single)).TryGetProperty("result", out _));
        Assert.True((await calls.Stream.RestAsync())[^1].Json.TryGetProperty("result", out _));
        Assert.True((await sse.Events.RestAsync())[^1].Json.TryGetProperty("result", out _));
        calls.Stream.Dispose();
    }

    [Fact(Timeout = Until.Limit)]
    public async Task CallsThatDoNotEnd_AreCancelledAfterTheGraceTime_AndAnsweredWithAnError()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        using var sse = await SseClient.OpenAsync(_host.Http, "2024-11-05");
        var calls = await StartAsync(client, sse);
        var start = _time.GetTimestamp();
        var stopping = _host.StopAsync();
        await Until.TrueAsync(() => stopping.IsCompleted, () => _time.Advance(TimeSpan.FromMilliseconds(10)));
        await stopping;
        Assert.True(_time.GetElapsedTime(start) >= new McpLimits().StopGraceTime);
        foreach (var key in (string[])["modern", "single", "stream", "sse"])
            Assert.True(await Gate.Ended(key));
        using var modern = await calls.Modern;
        using var single = await calls.Single;
        AssertStopped(await modern.Content.ReadAsStringAsync(Cancel));
        AssertStopped(await single.Content.ReadAsStringAsync(Cancel));
        AssertStopped((await calls.Stream.RestAsync())[^1].Data!);
        AssertStopped((await sse.Events.RestAsync())[^1].Data!);
        calls.Stream.Dispose();
    }

    // One object or a stream, for the standing clock may have run on until it was a stream.
    private static void AssertStopped(string answer) =>
        Assert.Contains("\"error\":{\"code\":-32603", answer, StringComparison.Ordinal);

    private async Task StoppingAsync()
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = _host.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task.WaitAsync(Cancel);
    }

    private async Task<Calls> StartAsync(LegacyClient client, SseClient sse)
    {
        var modern = _host.Http.SendAsync(
            Raw.ModernPost("tools/call", ",\"name\":\"gate\",\"arguments\":{\"key\":\"modern\"}", name: "gate"), Cancel);
        var single = client.PostAsync(GateTool.Call("1", "single"));
        var stream = await client.StreamAsync(GateTool.Call("2", "stream", meta: Progress));
        Assert.Equal(202, await sse.PostAsync(GateTool.Call("3", "sse")));
        foreach (var key in (string[])["modern", "single", "stream", "sse"])
            await Gate.Started(key);
        return new Calls(modern, single, stream);
    }

    private sealed record Calls(
        Task<HttpResponseMessage> Modern, Task<HttpResponseMessage> Single, EventReader Stream);
}
