using System.Text;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tests.Fixtures;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>Last-Event-ID on every revision that has it, and GET opened again and again.</summary>
public sealed class ResumptionTests : IAsyncLifetime
{
    private const string Progress = "\"progressToken\":\"p\"";

    private TestHost _host = null!;

    public static TheoryData<string> Revisions => ["2025-03-26", "2025-06-18", "2025-11-25"];

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory(Timeout = Until.Limit)]
    [MemberData(nameof(Revisions))]
    public async Task PostStream_LostTwice_GivesEachEventOnce(string revision)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, revision);
        RawEvent progress;
        using (var post = await client.StreamAsync(GateTool.Call("1", "a", meta: Progress)))
            progress = (await post.NextMessageAsync())!;
        using (var lost = await client.GetAsync(progress.Id))
            _host.Tools.Gate.LetGo("a");
        using var get = await client.GetAsync(progress.Id);
        var rest = await get.RestAsync();

        Assert.Equal("notifications/progress", progress.Json.GetProperty("method").GetString());
        var answer = Assert.Single(rest);
        Assert.Equal(1, answer.Json.GetProperty("id").GetInt32());
        Assert.True(answer.Json.TryGetProperty("result", out _));
    }

    [Theory(Timeout = Until.Limit)]
    [MemberData(nameof(Revisions))]
    public async Task GetStream_IsResumedFromTheLastEvent(string revision)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, revision);
        RawEvent second;
        using (var first = await client.GetAsync())
        {
            Unasked(client, "one");
            Unasked(client, "two");
            Assert.Equal("one", MethodOf(await first.NextMessageAsync()));
            second = (await first.NextMessageAsync())!;
        }

        Unasked(client, "three");
        using var resumed = await client.GetAsync(second.Id);
        Assert.Equal("three", MethodOf(await resumed.NextAsync()));
        Unasked(client, "four");
        Assert.Equal("four", MethodOf(await resumed.NextAsync()));
    }

    [Theory(Timeout = Until.Limit)]
    [MemberData(nameof(Revisions))]
    public async Task GetStream_OpenedAgainAndAgain_GivesEachEventOnce(string revision)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, revision);
        var seen = new List<string?>();
        EventReader? before = null;
        for (var round = 0; round < 40; round++)
        {
            var get = await client.GetAsync();
            Unasked(client, $"m{round}");
            seen.Add(MethodOf(await get.NextMessageAsync()));
            if (before is not null)
                Assert.Empty(await before.RestAsync());
            before?.Dispose();
            before = get;
        }

        before!.Dispose();
        Assert.Equal(Enumerable.Range(0, 40).Select(round => $"m{round}"), seen);
    }

    [Theory(Timeout = Until.Limit)]
    [MemberData(nameof(Revisions))]
    public async Task Resumed_GivesThatStreamAlone(string revision)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, revision);
        using var other = await client.StreamAsync(GateTool.Call("1", "other", meta: Progress));
        using var post = await client.StreamAsync(GateTool.Call("2", "this", meta: Progress));
        var place = (await post.NextMessageAsync())!.Id;
        Unasked(client, "unasked");
        _host.Tools.Gate.LetGo("other");
        Assert.Equal(1, (await other.RestAsync())[^1].Json.GetProperty("id").GetInt32());
        using var get = await client.GetAsync(place);
        _host.Tools.Gate.LetGo("this");

        Assert.Equal(2, Assert.Single(await get.RestAsync()).Json.GetProperty("id").GetInt32());
        Assert.Empty(await post.RestAsync());
    }

    [Fact(Timeout = Until.Limit)]
    public async Task Streams_OpenWithAnEmptyEvent_FromWhichTheyCanBeResumed()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-11-25");
        RawEvent? mark;
        using (var post = await client.StreamAsync(GateTool.Call("1", "a", meta: Progress)))
            mark = await post.NextAsync();
        _host.Tools.Gate.LetGo("a");
        using var get = await client.GetAsync(mark!.Id);
        var events = await get.RestAsync();

        Assert.True(mark.IsMark);
        Assert.Equal(["notifications/progress", null], events.Select(MethodOf));
        using var unasked = await client.GetAsync();
        Assert.Equal("0-0", (await unasked.NextAsync())!.Id);
    }

    [Theory(Timeout = Until.Limit)]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    public async Task OlderStreams_HaveNoEmptyEvent(string revision)
    {
        var client = await LegacyClient.OpenAsync(_host.Http, revision);
        using var get = await client.GetAsync();
        Unasked(client, "first");

        Assert.Equal("first", MethodOf(await get.NextAsync()));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task FinishedStream_IsForgottenAfterItsTime()
    {
        var time = new FakeTimeProvider();
        await using var host = await TestHost.StartAsync(time: time);
        var client = await LegacyClient.OpenAsync(host.Http, "2025-06-18");
        host.Tools.Gate.LetGo("a");
        using var post = await client.StreamAsync(GateTool.Call("1", "a", meta: Progress));
        var place = (await post.RestAsync())[0].Id;
        time.Advance(new McpLimits().ResumptionTime);

        using (var get = await client.GetAsync(place))
            Assert.Single(await get.RestAsync());
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(400, await client.GetStatusAsync(place));
    }

    [Fact(Timeout = Until.Limit)]
    public async Task OpenStream_KeepsASessionFromGoingIdle()
    {
        var time = new FakeTimeProvider();
        await using var host = await TestHost.StartAsync(time: time);
        var client = await LegacyClient.OpenAsync(host.Http, "2025-06-18");
        using (await client.GetAsync())
        {
            time.Advance(2 * new McpLimits().SessionIdleTime);
            Assert.Equal(200, await client.PostStatusAsync(LegacyClient.Ping("1")));
        }
    }

    [Fact(Timeout = Until.Limit)]
    public async Task RunningCall_WithoutAnyConnection_KeepsASessionFromGoingIdle()
    {
        var time = new FakeTimeProvider();
        await using var host = await TestHost.StartAsync(time: time);
        var client = await LegacyClient.OpenAsync(host.Http, "2025-06-18");
        string? place;
        using (var post = await client.StreamAsync(GateTool.Call("1", "a", meta: Progress)))
            place = (await post.NextMessageAsync())!.Id;
        time.Advance(2 * new McpLimits().SessionIdleTime);
        using var get = await client.GetAsync(place);
        host.Tools.Gate.LetGo("a");

        Assert.Equal(1, Assert.Single(await get.RestAsync()).Json.GetProperty("id").GetInt32());
    }

    private void Unasked(LegacyClient client, string method) =>
        _host.Serving.Sessions.Find(client.Session, null)!.Streams.Standalone
            .Append(Encoding.UTF8.GetBytes($"{{\"jsonrpc\":\"2.0\",\"method\":\"{method}\"}}"));

    private static string? MethodOf(RawEvent? message) =>
        message!.Json.TryGetProperty("method", out var method) ? method.GetString() : null;
}
