using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using static Chartcast.Generation.Tests.Requests.RequestSamples;

namespace Chartcast.Generation.Tests.Stores;

/// <summary>What every store keeps; each implementation inherits these facts.</summary>
public abstract class ChartStoreContract : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected IChartStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await CleanUpAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Add_KeepsTheRecord_AsItWas()
    {
        ChartRecord record = Record("req_1_a");

        await Store.AddAsync(record, Draft("req_1_a", ChartEventKind.Queued), Token);

        ChartRecord? found = await Store.FindAsync("req_1_a", Token);
        Assert.Equivalent(record, found, strict: true);
        Assert.Null(await Store.FindAsync("req_1_b", Token));
        Assert.Null(await Store.FindImageAsync("req_1_a", Token));
    }

    [Fact]
    public async Task Update_KeepsPictureNumbersAndBars_WhenCompleted()
    {
        ChartProduct product = Product();
        ChartRecord completed = await CompleteAsync("req_1_a", product);

        ChartRecord? found = await Store.FindAsync("req_1_a", Token);
        Assert.Equivalent(completed, found, strict: true);
        ChartImage? image = await Store.FindImageAsync("req_1_a", Token);
        Assert.Equal(product.Image.Bytes.ToArray(), image!.Bytes.ToArray());
        Assert.Equal(product.Image.Sha256, image.Sha256);
        ChartBars? bars = await Store.FindBarsAsync("req_1_a", Token);
        Assert.Equal(product.Bars!.Series.Closes, bars!.Series.Closes);
        Assert.Equal(product.Bars.Source, bars.Source);
        Assert.Equal(3, bars.FirstVisible);
    }

    [Fact]
    public async Task Update_RefusesAndChangesNothing_WhenTheStateMayNotFollow()
    {
        ChartRecord completed = await CompleteAsync("req_1_a", Product());
        (_, long newest) = await Store.EventRangeAsync(Token);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.UpdateAsync(
            completed with { Status = ChartStatus.Started }, Draft("req_1_a"), null, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.UpdateAsync(
            Record("req_1_unknown") with { Status = ChartStatus.Started }, Draft("req_1_unknown"), null, Token));

        Assert.Equal((1, newest), await Store.EventRangeAsync(Token));
        Assert.Equal(ChartStatus.Completed, (await Store.FindAsync("req_1_a", Token))!.Status);
    }

    [Fact]
    public async Task Events_HaveNoHolesAndAreToldInOrder_WhenManyWriteAtOnce()
    {
        var told = new List<long>();
        Store.Committed += stored => told.Add(stored.Sequence);

        await Parallel.ForEachAsync(Enumerable.Range(0, 40), Token, async (i, token) =>
        {
            string id = $"req_1_{i}";
            await Store.AddAsync(Record(id), Draft(id, ChartEventKind.Queued), token);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Store.AppendAsync(Draft(id), token).AsTask()));
        });

        Assert.Equal(Enumerable.Range(1, 240).Select(i => (long)i), told);
        IReadOnlyList<ChartEvent> stored = await Store.EventsAfterAsync(0, 1000, Token);
        Assert.Equal(told, stored.Select(one => one.Sequence));
        Assert.Equal([239L, 240L], (await Store.EventsAfterAsync(238, 1000, Token)).Select(one => one.Sequence));
        Assert.Equal(7, (await Store.EventsAfterAsync(0, 7, Token)).Count);
    }

    [Fact]
    public async Task Events_ReadBackAsTheyWere()
    {
        ChartEventDraft draft = Draft("req_1_a", ChartEventKind.Failed) with
        {
            ProcessingTimeMs = 2847,
            Error = new ChartError
            {
                Code = ChartErrorCode.UnknownSymbol,
                Message = "No feed knows it.",
                RetryAfter = TimeSpan.FromSeconds(2.5),
                Suggestions = ["NASDAQ:AAPL"],
                Faults = [new FieldFault("symbol", "unknown")],
            },
        };

        await Store.AppendAsync(draft, Token);

        Assert.Equivalent(new ChartEvent(1, draft), (await Store.EventsAfterAsync(0, 10, Token))[0], strict: true);
    }

    [Fact]
    public async Task Recent_IsNewestFirst_AndNarrowsBySymbolStatusClientAndOwner()
    {
        await Store.AddAsync(Record("req_1_a"), Draft("req_1_a"), Token);
        await Store.AddAsync(Record("req_1_b", "DEMO:BTC", "client-2"), Draft("req_1_b"), Token);
        await CompleteAsync("req_1_c", Product());

        Assert.Equal(["req_1_c", "req_1_b", "req_1_a"], await RecentIdsAsync(new RecentFilter(10)));
        Assert.Equal(["req_1_c"], await RecentIdsAsync(new RecentFilter(1)));
        Assert.Equal(["req_1_b"], await RecentIdsAsync(new RecentFilter(10, Symbol: "demo:btc")));
        Assert.Equal(["req_1_c"], await RecentIdsAsync(new RecentFilter(10, Status: ChartStatus.Completed)));
        Assert.Equal(["req_1_b"], await RecentIdsAsync(new RecentFilter(10, ClientId: "client-2")));
        Assert.Equal(["req_1_b"], await RecentIdsAsync(new RecentFilter(10, Owner: "owner-of-client-2")));
        Assert.Equal(["req_1_c", "req_1_a"], await RecentIdsAsync(new RecentFilter(10, Owner: "owner-of-client-1")));
        Assert.Empty(await RecentIdsAsync(new RecentFilter(10, ClientId: "client-1", Owner: "owner-of-client-2")));
        Assert.Empty(await RecentIdsAsync(new RecentFilter(10, Owner: "")));
    }

    [Fact]
    public async Task Unfinished_ListsQueuedAndStarted_OldestFirst()
    {
        await Store.AddAsync(Record("req_1_a"), Draft("req_1_a"), Token);
        await CompleteAsync("req_1_b", Product());
        await Store.AddAsync(Record("req_1_c"), Draft("req_1_c"), Token);
        await Store.UpdateAsync(
            Record("req_1_c") with { Status = ChartStatus.Started, ReachedProvider = true, Attempts = 2 },
            Draft("req_1_c", ChartEventKind.Started), null, Token);

        IReadOnlyList<ChartRecord> unfinished = await Store.UnfinishedAsync(Token);

        Assert.Equal(["req_1_a", "req_1_c"], unfinished.Select(record => record.RequestId));
        Assert.True(unfinished[1].ReachedProvider);
        Assert.Equal(2, unfinished[1].Attempts);
    }

    [Fact]
    public async Task Retention_RemovesWhatIsOld_ButNothingUnfinished()
    {
        await CompleteAsync("req_1_a", Product());
        await Store.AddAsync(Record("req_1_b"), Draft("req_1_b"), Token);

        RetentionResult removed = await Store.ApplyRetentionAsync(
            new RetentionLimits(TimeSpan.FromDays(1), long.MaxValue), Token);

        Assert.Equal(1, removed.Requests);
        Assert.True(removed.Bytes > 0);
        Assert.Null(await Store.FindAsync("req_1_a", Token));
        Assert.NotNull(await Store.FindAsync("req_1_b", Token));
        Assert.Equal((5, 4), await Store.EventRangeAsync(Token));
        Assert.Equal(5, (await Store.AppendAsync(Draft("req_1_b"), Token)).Sequence);
    }

    [Fact]
    public async Task Retention_RemovesTheOldestPictures_UntilTheRestFits()
    {
        for (int i = 0; i < 4; i++)
        {
            await CompleteAsync(
                $"req_1_{i}", Product(new string((char)('a' + i), 10_000), bars: 0), Noon.AddMinutes(i));
        }

        RetentionResult removed = await Store.ApplyRetentionAsync(
            new RetentionLimits(TimeSpan.FromDays(36_500), 25_000), Token);

        Assert.Equal(2, removed.Requests);
        Assert.Equal(["req_1_3", "req_1_2"], await RecentIdsAsync(new RecentFilter(10)));
        Assert.NotNull(await Store.FindImageAsync("req_1_3", Token));
    }

    [Fact]
    public async Task Retention_KeepsAPicture_ThatAnotherRequestShows()
    {
        await CompleteAsync("req_1_a", Product(), Noon);
        await CompleteAsync("req_1_b", Product(), DateTimeOffset.MaxValue.AddYears(-1));

        await Store.ApplyRetentionAsync(new RetentionLimits(TimeSpan.FromDays(1), long.MaxValue), Token);

        Assert.Null(await Store.FindAsync("req_1_a", Token));
        Assert.NotNull(await Store.FindImageAsync("req_1_b", Token));
        Assert.NotNull(await Store.FindBarsAsync("req_1_b", Token));
    }

    protected abstract Task<IChartStore> CreateAsync();

    protected abstract Task CleanUpAsync();

    protected Task<ChartRecord> CompleteAsync(string id, ChartProduct product, DateTimeOffset? finishedAt = null) =>
        CompleteAsync(Store, id, product, finishedAt);

    internal static async Task<ChartRecord> CompleteAsync(
        IChartStore store, string id, ChartProduct product, DateTimeOffset? finishedAt = null)
    {
        ChartRecord record = Record(id);
        await store.AddAsync(record, Draft(id, ChartEventKind.Queued), Token);
        record = record with { Status = ChartStatus.Started, StartedAt = Noon, Attempts = 1 };
        await store.UpdateAsync(record, Draft(id, ChartEventKind.Started), null, Token);
        ChartImage image = product.Image;
        record = record with
        {
            Status = ChartStatus.Completed,
            FinishedAt = finishedAt is { } time
                ? DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds()) : Noon.AddSeconds(1),
            ProcessingTimeMs = 1000,
            Report = product.Report,
            Image = new ChartImageSummary(
                image.Format, image.WidthPx, image.HeightPx, image.Bytes.Length, image.Sha256),
        };
        await store.UpdateAsync(record, Draft(id, ChartEventKind.Completed), product, Token);
        return record;
    }

    private async Task<IEnumerable<string>> RecentIdsAsync(RecentFilter filter) =>
        (await Store.RecentAsync(filter, Token)).Select(record => record.RequestId);
}
