using System.Net;
using System.Text.Json;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Crashes;

/// <summary>Power loss in the middle of charts.</summary>
public sealed class KillTests
{
    private const int Rounds = 4;

    [Fact]
    public async Task Kill_LosesNoFinishedChart_LeavesNoneStuck_AndReplaysWithoutGapOrDouble()
    {
        using var state = new ScratchFolder();
        List<ReceivedEvent> seen = [];
        Dictionary<string, string> finished = [];
        HashSet<string> known = [];
        var random = new Random(7);
        string? lastId = null;
        for (int round = 0; round < Rounds; round++)
        {
            await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
            await AssertNothingIsLostAsync(server, finished, known);
            lastId = await DrawUntilKilledAsync(server, seen, finished, known, random.Next(20, 120), lastId);
        }

        await using ServerProcess last = await ServerProcess.StartAsync(state.Path);
        await AssertNothingIsLostAsync(last, finished, known);
        await AssertReplayIsWholeAsync(last, seen);
        Assert.NotEmpty(finished);
    }

    /// <summary>Draws in parallel, kills the server after some completed charts, and returns the last event id seen.</summary>
    private static async Task<string?> DrawUntilKilledAsync(
        ServerProcess server, List<ReceivedEvent> seen, Dictionary<string, string> finished, HashSet<string> known,
        int killAfter, string? lastId)
    {
        await using EventReader events = await EventReader.OpenAsync(new Uri(server.Address, "mcp/events/watcher"), lastId);
        using var stop = new CancellationTokenSource();
        Task[] drawing = [.. Enumerable.Range(0, 6).Select(worker => DrawManyAsync(server, worker, stop.Token))];
        int completed = 0;
        try
        {
            while (completed < killAfter && await events.NextAsync() is { } next)
            {
                if (next.Name != "chart_progress") continue;
                seen.Add(next);
                lastId = next.Id;
                known.Add(next.RequestId!);
                if (next.Step == "completed")
                {
                    completed++;
                    // What an event announced must be there for good; remember it by its hash.
                    using HttpResponseMessage picture = await server.Http.GetAsync($"charts/{next.RequestId}.png");
                    Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
                    finished[next.RequestId!] = picture.Headers.ETag!.Tag;
                }
            }
        }
        finally
        {
            await server.KillAsync();
            await stop.CancelAsync();
        }

        await Task.WhenAll(drawing);
        return lastId;
    }

    private static async Task DrawManyAsync(ServerProcess server, int worker, CancellationToken stop)
    {
        for (int i = 0; !stop.IsCancellationRequested; i++)
        {
            try
            {
                await server.DrawAsync($$"""{"symbol":"DEMO:K{{worker}}X{{i}}","interval":"1h","bars":{{100 + i}}}""");
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task AssertNothingIsLostAsync(
        ServerProcess server, Dictionary<string, string> finished, HashSet<string> known)
    {
        foreach ((string requestId, string etag) in finished)
        {
            using HttpResponseMessage picture = await server.Http.GetAsync($"charts/{requestId}.png");
            Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
            Assert.Equal(etag, picture.Headers.ETag!.Tag);
        }

        foreach (string requestId in known)
        {
            JsonElement answer = await FinalStatusAsync(server, requestId);
            Assert.Contains(answer.GetProperty("status").GetString(), new[] { "completed", "failed" });
        }
    }

    /// <summary>Requests that never reached their provider run again after the start: wait for their end on the stream.</summary>
    private static async Task<JsonElement> FinalStatusAsync(ServerProcess server, string requestId)
    {
        await using EventReader events = await EventReader.OpenAsync(
            new Uri(server.Address, $"mcp/events/checker?requestId={requestId}"));
        Assert.Equal("connection", (await events.NextAsync())!.Name);
        JsonElement status = await StatusAsync(server, requestId);
        if (status.GetProperty("status").GetString() is "queued" or "started")
        {
            await events.UntilFinalAsync(requestId);
            status = await StatusAsync(server, requestId);
        }

        return status;
    }

    private static async Task<JsonElement> StatusAsync(ServerProcess server, string requestId)
    {
        JsonElement answer = await server.CallToolAsync("get_chart_status", $$"""{"requestId":"{{requestId}}"}""");
        return answer.GetProperty("result").GetProperty("structuredContent");
    }

    /// <summary>Replays from the first event seen: the ids that follow are exactly those seen, and each only once.</summary>
    private static async Task AssertReplayIsWholeAsync(ServerProcess server, List<ReceivedEvent> seen)
    {
        Assert.Equal(seen.Count, seen.Select(item => item.Id).Distinct().Count());
        await using EventReader replay = await EventReader.OpenAsync(
            new Uri(server.Address, "mcp/events/replayer"), seen[0].Id);
        HashSet<string> wanted = [.. seen.Skip(1).Select(item => item.Id!)];
        HashSet<string> got = [];
        long previous = SequenceOf(seen[0].Id!);
        while (!wanted.IsSubsetOf(got))
        {
            ReceivedEvent next = (await replay.NextAsync())!;
            Assert.NotEqual("history_lost", next.Name);
            if (next.Name != "chart_progress") continue;
            Assert.True(got.Add(next.Id!), $"{next.Id} came twice");
            Assert.Equal(previous + 1, SequenceOf(next.Id!));
            previous = SequenceOf(next.Id!);
        }
    }

    private static long SequenceOf(string id) => long.Parse(id[(id.LastIndexOf('-') + 1)..]);
}
