using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chartcast.Generation.Events;
using Chartcast.Generation.Stores;
using Chartcast.Generation.Tests.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static Chartcast.Generation.Tests.Requests.RequestSamples;

namespace Chartcast.Generation.Tests.Events;

public sealed partial class EventHubTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(Noon);
    private SqliteChartStore _store = null!;
    private EventHub _hub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = SqliteChartStoreTests.NewStore(_directory.Path);
        _hub = await NewHubAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _hub.Dispose();
        await _store.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Read_BeginsWithRetryAndConnection()
    {
        using EventSubscription stream = _hub.Subscribe(EventFilter.All, "client-1");

        string hello = Text(await stream.ReadAsync(Token));

        Assert.Matches(@"^retry: [2-8]\d{3}\n\nid: \w+-0\nevent: connection\ndata: \{""type"":""connected"",", hello);
        Assert.Equal(1, _hub.ListenerCount);
    }

    [Fact]
    public async Task Read_GivesWhatPiledUpInOnePiece()
    {
        using EventSubscription stream = await OpenAsync(EventFilter.All);
        await AppendAsync(50);

        ReadOnlySequence<byte> bytes = await stream.ReadAsync(Token);

        Assert.True(bytes.IsSingleSegment);
        Assert.Equal(Enumerable.Range(1, 50).Select(i => (long)i), Sequences(Text(bytes)));
    }

    [Fact]
    public async Task Read_WaitsForTheNextEvent_WhenNothingIsThere()
    {
        using EventSubscription stream = await OpenAsync(EventFilter.All);
        ValueTask<ReadOnlySequence<byte>> waiting = stream.ReadAsync(Token);
        Assert.False(waiting.IsCompleted);

        await AppendAsync(1);

        Assert.Equal([1L], Sequences(Text(await waiting)));
    }

    [Fact]
    public async Task Read_IsCancelled_AndCanGoOnAfterwards()
    {
        using EventSubscription stream = await OpenAsync(EventFilter.All);
        using var cancellation = new CancellationTokenSource();
        ValueTask<ReadOnlySequence<byte>> waiting = stream.ReadAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        await AppendAsync(1);
        Assert.Equal([1L], Sequences(Text(await stream.ReadAsync(Token))));
    }

    [Fact]
    public async Task Read_GivesOnlyWhatTheFilterWants()
    {
        using EventSubscription own = await OpenAsync(new EventFilter(OwnClientId: "client-2"));
        using EventSubscription request = await OpenAsync(new EventFilter(RequestId: "req_1_a"));
        using EventSubscription symbol = await OpenAsync(new EventFilter(Symbol: "demo:btc"));
        using EventSubscription owned = await OpenAsync(new EventFilter(Owner: "owner-of-client-2"));
        using EventSubscription foreign = await OpenAsync(
            new EventFilter(OwnClientId: "client-2", Owner: "owner-of-client-1"));
        await _store.AppendAsync(Draft("req_1_a", clientId: "client-2"), Token);
        await _store.AppendAsync(Draft("req_1_b", symbol: "DEMO:BTC", clientId: null), Token);
        await _store.AppendAsync(Draft("req_1_a", symbol: "DEMO:BTC", clientId: "client-2"), Token);
        await _store.AppendAsync(Draft("req_1_c"), Token);

        Assert.Equal([1L, 3L], Sequences(Text(await own.ReadAsync(Token))));
        Assert.Equal([1L, 3L], Sequences(Text(await request.ReadAsync(Token))));
        Assert.Equal([2L, 3L], Sequences(Text(await symbol.ReadAsync(Token))));
        Assert.Equal([1L, 3L], Sequences(Text(await owned.ReadAsync(Token))));
        Assert.False(foreign.ReadAsync(Token).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Subscribe_ReplaysOnlyTheOwnersEvents()
    {
        await _store.AppendAsync(Draft("req_1_a", clientId: "client-1"), Token);
        await _store.AppendAsync(Draft("req_1_b", clientId: "client-2"), Token);
        await _store.AppendAsync(Draft("req_1_c", clientId: "client-1"), Token);
        _hub.Dispose();
        // A new hub has nothing in memory: what is replayed comes from the store.
        _hub = await NewHubAsync();
        using EventSubscription stream = await OpenAsync(new EventFilter(Owner: "owner-of-client-1"), lastSequence: 0);

        Assert.Equal([1L, 3L], Sequences(Text(await stream.ReadAsync(Token))));
    }

    [Theory]
    [InlineData(4 * 1024 * 1024)]
    [InlineData(64 * 1024)]
    public async Task Subscribe_ReplaysExactlyWhatWasMissed_FromMemoryOrStore(int logBytes)
    {
        _hub.Dispose();
        _hub = await NewHubAsync(logBytes);
        await AppendAsync(1500);
        using EventSubscription stream = await OpenAsync(EventFilter.All, lastSequence: 600);
        await AppendAsync(10);

        Assert.Equal(Enumerable.Range(601, 910).Select(i => (long)i), await ReadUntilAsync(stream, 1510));
    }

    [Fact]
    public async Task Subscribe_ReplaysOnlyWhatTheFilterWants_AfterARestart()
    {
        await AppendAsync(300);
        await _store.AppendAsync(Draft("req_1_z"), Token);
        await AppendAsync(300);
        _hub.Dispose();
        _hub = await NewHubAsync();
        using EventSubscription stream = await OpenAsync(new EventFilter(RequestId: "req_1_z"), lastSequence: 2);

        Assert.Equal([301L], Sequences(Text(await stream.ReadAsync(Token))));
        await _store.AppendAsync(Draft("req_1_z"), Token);
        Assert.Equal([602L], Sequences(Text(await stream.ReadAsync(Token))));
    }

    [Theory]
    [InlineData("garbage", "unreadable_id")]
    [InlineData("otherepoch-3", "other_log")]
    [InlineData("{epoch}-99", "unknown_id")]
    public async Task Subscribe_SaysThatHistoryIsLost_WhenTheIdCannotBeFollowed(string id, string reason)
    {
        await AppendAsync(3);
        using EventSubscription stream = _hub.Subscribe(
            EventFilter.All, "client-1", id.Replace("{epoch}", _store.Epoch, StringComparison.Ordinal));

        string hello = Text(await stream.ReadAsync(Token));

        Assert.Contains($"id: {_store.Epoch}-3\nevent: history_lost\n", hello, StringComparison.Ordinal);
        Assert.Contains($"\"reason\":\"{reason}\"", hello, StringComparison.Ordinal);
        await AppendAsync(1);
        Assert.Equal([4L], Sequences(Text(await stream.ReadAsync(Token))));
    }

    [Fact]
    public async Task Subscribe_SaysThatHistoryIsLost_WhenTheEventsAreNoLongerKept()
    {
        await AppendAsync(3);
        await _store.ApplyRetentionAsync(new RetentionLimits(TimeSpan.FromMinutes(1), long.MaxValue), Token);
        _hub.Dispose();
        _hub = await NewHubAsync();
        using EventSubscription stream = await OpenAsync(EventFilter.All, lastSequence: 1);

        string lost = Text(await stream.ReadAsync(Token));

        Assert.Contains($"id: {_store.Epoch}-3\nevent: history_lost\n", lost, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"too_old\"", lost, StringComparison.Ordinal);
        await AppendAsync(1);
        Assert.Equal([4L], Sequences(Text(await stream.ReadAsync(Token))));
    }

    [Fact]
    public async Task Read_EndsAsFallenBehind_WhenTheListenerIsTooSlow()
    {
        _hub.Dispose();
        _hub = await NewHubAsync(64 * 1024);
        EventSubscription slow = await OpenAsync(EventFilter.All);
        using EventSubscription quick = await OpenAsync(EventFilter.All);
        for (int i = 0; i < 10; i++)
        {
            await AppendAsync(200);
            await ReadUntilAsync(quick, (i + 1) * 200);
        }

        // What it had begun to read is still there; then comes the cut.
        while (!(await slow.ReadAsync(Token)).IsEmpty)
        {
        }

        Assert.Equal(StreamState.FellBehind, slow.State);
        Assert.Equal(StreamState.Open, quick.State);
        slow.Dispose();
        Assert.Equal(1, _hub.DroppedCount);
        Assert.Equal(1, _hub.ListenerCount);
    }

    [Fact]
    public async Task Read_GivesAHeartbeat_WhenNothingHappensFor30Seconds()
    {
        using EventSubscription stream = await OpenAsync(EventFilter.All);
        for (int i = 0; i < 2; i++)
        {
            ValueTask<ReadOnlySequence<byte>> waiting = stream.ReadAsync(Token);
            _time.Advance(TimeSpan.FromSeconds(29.9));
            Assert.False(waiting.IsCompleted);

            _time.Advance(TimeSpan.FromSeconds(0.1));

            Assert.Equal(": heartbeat\n\n", Text(await waiting));
        }
    }

    [Fact]
    public async Task Close_EndsEveryStream_AfterWhatIsLeft()
    {
        using EventSubscription waiting = await OpenAsync(EventFilter.All);
        using EventSubscription busy = await OpenAsync(EventFilter.All);
        await AppendAsync(1);
        await waiting.ReadAsync(Token);
        ValueTask<ReadOnlySequence<byte>> read = waiting.ReadAsync(Token);

        _hub.Close();

        Assert.StartsWith("event: shutdown\n", Text(await read), StringComparison.Ordinal);
        Assert.True((await waiting.ReadAsync(Token)).IsEmpty);
        Assert.Equal(StreamState.Ended, waiting.State);
        Assert.Equal([1L], Sequences(Text(await busy.ReadAsync(Token))));
        Assert.StartsWith("event: shutdown\n", Text(await busy.ReadAsync(Token)), StringComparison.Ordinal);
        Assert.True((await busy.ReadAsync(Token)).IsEmpty);
    }

    [Fact]
    public async Task Dispose_EndsAWaitingRead_AndLeaves()
    {
        EventSubscription stream = await OpenAsync(EventFilter.All);
        ValueTask<ReadOnlySequence<byte>> waiting = stream.ReadAsync(Token);

        stream.Dispose();
        stream.Dispose();

        Assert.True((await waiting).IsEmpty);
        Assert.Equal(0, _hub.ListenerCount);
    }

    [Theory]
    [InlineData(4 * 1024 * 1024)]
    [InlineData(64 * 1024)]
    public async Task Subscribe_HasNoGapAndNoDouble_WhileEventsPourIn(int logBytes)
    {
        const int Events = 3000;
        const int Listeners = 24;
        _hub.Dispose();
        _hub = await NewHubAsync(logBytes);
        Task writing = Task.Run(
            async () =>
            {
                for (int i = 0; i < Events; i += 20) await AppendAsync(20);
            },
            Token);

        await Task.WhenAll(Enumerable.Range(0, Listeners).Select(seed => Task.Run(
            async () =>
            {
                var random = new Random(seed);
                long last = 0;
                while (last < Events)
                {
                    // Comes, reads for a while, goes away and comes back with its last id, as browsers do.
                    using EventSubscription stream = await OpenAsync(EventFilter.All, last);
                    for (int reads = random.Next(1, 20); reads > 0 && last < Events; reads--)
                    {
                        ReadOnlySequence<byte> bytes = await stream.ReadAsync(Token);
                        if (bytes.IsEmpty) break;
                        foreach (long sequence in Sequences(Text(bytes)))
                        {
                            Assert.Equal(last + 1, sequence);
                            last = sequence;
                        }
                    }
                }
            },
            Token)));
        await writing;
        Assert.Equal(0, _hub.ListenerCount);
    }

    private async Task<EventHub> NewHubAsync(int logBytes = 4 * 1024 * 1024)
    {
        var hub = new EventHub(
            _store, new EventHubOptions { LogBytes = logBytes }, _time, NullLogger<EventHub>.Instance);
        await hub.StartAsync(Token);
        return hub;
    }

    private async Task<EventSubscription> OpenAsync(EventFilter filter, long? lastSequence = null)
    {
        string? id = lastSequence is { } last
            ? string.Create(CultureInfo.InvariantCulture, $"{_store.Epoch}-{last}") : null;
        EventSubscription stream = _hub.Subscribe(filter, "client-1", id);
        string hello = Text(await stream.ReadAsync(Token));
        Assert.Contains("event: connection", hello, StringComparison.Ordinal);
        Assert.DoesNotContain("history_lost", hello, StringComparison.Ordinal);
        return stream;
    }

    private async Task AppendAsync(int count) =>
        await Task.WhenAll(
            Enumerable.Range(0, count).Select(_ => _store.AppendAsync(Draft("req_1_a"), Token).AsTask()));

    private static async Task<List<long>> ReadUntilAsync(EventSubscription stream, long last)
    {
        var sequences = new List<long>();
        while (sequences.Count == 0 || sequences[^1] < last)
            sequences.AddRange(Sequences(Text(await stream.ReadAsync(Token))));
        return sequences;
    }

    private static string Text(ReadOnlySequence<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private static List<long> Sequences(string text) =>
        [.. IdLine().Matches(text).Select(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^id: \w+-(\d+)$", RegexOptions.Multiline)]
    private static partial Regex IdLine();
}
