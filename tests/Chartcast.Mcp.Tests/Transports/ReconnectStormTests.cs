using System.Globalization;
using System.Text;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Sessions;
using Chartcast.Mcp.Tests.Fixtures;

namespace Chartcast.Mcp.Tests.Transports;

/// <summary>Five hundred streams that come back at once with ids of long ago.</summary>
public sealed class ReconnectStormTests : IAsyncLifetime
{
    private const int Streams = 500;
    private const int StreamsPerSession = 50;
    private const int EventsBefore = 40;
    private const int EventsAfter = 3;

    private static readonly McpLimits Limits = new()
    {
        MaxEventsPerStream = 16,
        MaxBytesPerSession = 100_000,
        MaxStreamsPerSession = StreamsPerSession,
    };

    private TestHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(Limits);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory(Timeout = Until.Limit)]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    public async Task EachGetsWhatItMissedOnce_OrHearsThatItIsGone(string revision)
    {
        var clients = new List<LegacyClient>();
        for (var session = 0; session < Streams / StreamsPerSession; session++)
            clients.Add(await LegacyClient.OpenAsync(_host.Http, revision));
        var logs = clients.SelectMany(client => OpenStreams(client)).ToList();
        var random = new Random(4711);
        var readers = logs.Select(entry =>
        {
            // Gone for good, or kept even while the last events push others out.
            var after = random.Next(2) == 0 ? random.Next(0, 24) : random.Next(27, EventsBefore + 2);
            return ReadAsync(entry.Client, entry.Log.Number, after);
        }).ToList();
        // Half of them are still being written to while their readers come back.
        foreach (var (_, log) in logs)
        {
            await Task.Yield();
            Append(log, EventsBefore + 1, EventsAfter);
            log.Finish(_host.Serving.Time.GetTimestamp());
        }

        var outcomes = await Task.WhenAll(readers);
        Assert.All(outcomes, outcome =>
        {
            if (outcome.Events is { } events)
                Assert.Equal(Enumerable.Range(outcome.After + 1, EventsBefore + EventsAfter - outcome.After), events);
            else
                Assert.Equal(400, outcome.Status);
        });
        Assert.Contains(outcomes, outcome => outcome.Status == 400);
        Assert.Contains(outcomes, outcome => outcome.Events is { Count: > EventsAfter });
        foreach (var client in clients)
            Assert.True(BytesOf(client) <= Limits.MaxBytesPerSession);
    }

    [Fact(Timeout = Until.Limit)]
    public async Task ManyReadersOfOneStream_TakeItFromOneAnother_AndOnlyTheLastStays()
    {
        var client = await LegacyClient.OpenAsync(_host.Http, "2025-06-18");
        var log = SessionOf(client).Streams.TryOpen()!;
        Append(log, 1, 10);
        var readers = Enumerable.Range(0, Streams).Select(_ => ReadAsync(client, log.Number, after: 5)).ToList();
        await Until.TrueAsync(() => readers.Count(reader => reader.IsCompleted) >= Streams - 1);
        Append(log, 11, 1);
        log.Finish(_host.Serving.Time.GetTimestamp());
        var outcomes = await Task.WhenAll(readers);

        // Whoever was overtaken saw the beginning of what it asked for; nobody saw anything twice or out of order.
        Assert.All(outcomes, outcome => Assert.Equal(
            Enumerable.Range(6, outcome.Events!.Count), outcome.Events));
        Assert.Single(outcomes, outcome => outcome.Events!.Contains(11));
    }

    private IEnumerable<(LegacyClient Client, StreamLog Log)> OpenStreams(LegacyClient client)
    {
        for (var number = 0; number < StreamsPerSession; number++)
        {
            var log = SessionOf(client).Streams.TryOpen()!;
            Append(log, 1, EventsBefore);
            yield return (client, log);
        }
    }

    private async Task<(int After, int Status, List<int>? Events)> ReadAsync(LegacyClient client, int stream, int after)
    {
        using var http = _host.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mcp");
        request.Headers.Add("Mcp-Session-Id", client.Session);
        request.Headers.Add("Last-Event-ID", string.Create(CultureInfo.InvariantCulture, $"{stream}-{after}"));
        using var answer = await http.SendAsync(request, Cancel);
        if ((int)answer.StatusCode != 200)
            return (after, (int)answer.StatusCode, null);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return (after, 200, [.. text.Split('\n')
            .Where(line => line.StartsWith("data: ", StringComparison.Ordinal))
            .Select(line => int.Parse(line[6..], CultureInfo.InvariantCulture))]);
    }

    private static void Append(StreamLog log, int first, int count)
    {
        for (var number = first; number < first + count; number++)
            log.Append(Encoding.ASCII.GetBytes($"{number}"));
    }

    private McpSession SessionOf(LegacyClient client) => _host.Serving.Sessions.Find(client.Session, null)!;

    private int BytesOf(LegacyClient client)
    {
        var streams = SessionOf(client).Streams;
        return Enumerable.Range(0, StreamsPerSession + 1).Sum(number => streams.Find(number)?.Bytes ?? 0);
    }
}
