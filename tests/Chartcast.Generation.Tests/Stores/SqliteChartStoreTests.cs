using System.Diagnostics;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static Chartcast.Generation.Tests.Requests.RequestSamples;

namespace Chartcast.Generation.Tests.Stores;

public sealed class SqliteChartStoreTests : ChartStoreContract
{
    private readonly TemporaryDirectory _directory = new();

    protected override async Task<IChartStore> CreateAsync()
    {
        SqliteChartStore store = NewStore(_directory.Path);
        await store.OpenAsync(Token);
        return store;
    }

    protected override Task CleanUpAsync()
    {
        _directory.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Constructor_WritesNothing_UntilTheFirstUse()
    {
        using var parent = new TemporaryDirectory();
        string state = Path.Combine(parent.Path, "state");
        await using SqliteChartStore store = NewStore(state);

        Assert.False(Directory.Exists(state));
        Assert.Equal("", store.Epoch);
        Assert.Null(await store.FindAsync("req_1_a", Token));

        Assert.True(File.Exists(Path.Combine(state, "chartcast.db")));
        Assert.Equal(12, store.Epoch.Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(state));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(state, "chartcast.db")));
        }
    }

    [Fact]
    public async Task Check_Says_ThatTheDatabaseWasRemovedWhileInUse()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let files in use be removed.");
        await Store.CheckAsync(Token);
        File.Delete(Path.Combine(_directory.Path, "chartcast.db"));
        ChartException refused = await Assert.ThrowsAsync<ChartException>(async () => await Store.CheckAsync(Token));
        Assert.Contains("removed while in use", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FindsEverythingAndTheSameEpoch_AfterARestart()
    {
        await CompleteAsync("req_1_a", Product());
        string epoch = Store.Epoch;
        await Store.DisposeAsync();
        Assert.False(File.Exists(Path.Combine(_directory.Path, "chartcast.db-wal")));

        await using SqliteChartStore again = NewStore(_directory.Path);

        Assert.Equal((1, 3), await again.EventRangeAsync(Token));
        Assert.Equal(epoch, again.Epoch);
        Assert.NotNull(await again.FindImageAsync("req_1_a", Token));
        Assert.Equal(4, (await again.AppendAsync(Draft("req_1_a"), Token)).Sequence);
    }

    [Fact]
    public async Task Open_BringsAFileOfTheFirstVersionUpToDate()
    {
        await CompleteAsync("req_1_a", Product());
        await Store.DisposeAsync();
        Execute(_directory.Path, """
            DROP INDEX requests_owner;
            ALTER TABLE requests DROP COLUMN owner;
            ALTER TABLE events DROP COLUMN owner;
            PRAGMA user_version = 1;
            """);

        await using SqliteChartStore again = NewStore(_directory.Path);

        ChartRecord? old = await again.FindAsync("req_1_a", Token);
        Assert.Equal("client-1", old!.Caller.ClientId);
        Assert.Null(old.Caller.Owner);
        Assert.Equal(3, (await again.EventsAfterAsync(0, 10, Token)).Count(one => one.Draft.Owner is null));
        Assert.Empty(await again.RecentAsync(new RecentFilter(10, Owner: "owner-of-client-1"), Token));
        await again.AddAsync(Record("req_1_b"), Draft("req_1_b"), Token);
        Assert.Equal("owner-of-client-1", (await again.FindAsync("req_1_b", Token))!.Caller.Owner);
        Assert.Equal("owner-of-client-1", (await again.EventsAfterAsync(3, 10, Token))[0].Draft.Owner);
    }

    [Fact]
    public async Task Open_IsRefusedClearly_WhenAnotherStoreHasTheDirectory()
    {
        await using SqliteChartStore second = NewStore(_directory.Path);

        ChartException refused = await Assert.ThrowsAsync<ChartException>(async () => await second.OpenAsync(Token));

        Assert.Equal(ChartErrorCode.StorageUnavailable, refused.Error.Code);
        Assert.Contains("Another Chartcast process", refused.Error.Message, StringComparison.Ordinal);
        await Store.DisposeAsync();
        await second.OpenAsync(Token);
    }

    [Fact]
    public async Task Open_IsRefusedClearly_WhenAnotherProcessHasTheDirectory()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "flock(1) is not installed.");
        using var held = new TemporaryDirectory();
        using Process holder = Process.Start(new ProcessStartInfo(
            "/usr/bin/flock", [Path.Combine(held.Path, "chartcast.lock"), "sh", "-c", "echo held; cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(Token));
        await using SqliteChartStore second = NewStore(held.Path);

        ChartException refused = await Assert.ThrowsAsync<ChartException>(async () => await second.OpenAsync(Token));

        Assert.Contains("Another Chartcast process", refused.Error.Message, StringComparison.Ordinal);
        holder.StandardInput.Close();
        await holder.WaitForExitAsync(Token);
        await second.OpenAsync(Token);
    }

    [Fact]
    public async Task Open_IsRefusedClearly_WhenANewerVersionWroteTheFile()
    {
        await Store.DisposeAsync();
        Execute(_directory.Path, "PRAGMA user_version = 99");
        await using SqliteChartStore store = NewStore(_directory.Path);

        ChartException refused = await Assert.ThrowsAsync<ChartException>(async () => await store.OpenAsync(Token));

        Assert.Contains("newer version", refused.Error.Message, StringComparison.Ordinal);
        Assert.Contains("99", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_IsRefusedClearly_WhenTheFileIsAnotherPrograms()
    {
        using var other = new TemporaryDirectory();
        Execute(other.Path, "CREATE TABLE theirs (x)");
        await using SqliteChartStore store = NewStore(other.Path);

        ChartException refused = await Assert.ThrowsAsync<ChartException>(async () => await store.OpenAsync(Token));

        Assert.Contains("not written by Chartcast", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_IsRefusedClearly_WhenTheFileIsNoDatabase()
    {
        using var other = new TemporaryDirectory();
        await File.WriteAllTextAsync(Path.Combine(other.Path, "chartcast.db"), new string('x', 5000), Token);
        await using SqliteChartStore store = NewStore(other.Path);

        ChartException refused = await Assert.ThrowsAsync<ChartException>(async () => await store.OpenAsync(Token));

        Assert.Contains("damaged", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_IsRefusedClearly_WhenTheDirectoryCannotBeMade()
    {
        string file = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(file, "", Token);
        await using SqliteChartStore store = NewStore(Path.Combine(file, "state"));

        ChartException refused = await Assert.ThrowsAsync<ChartException>(async () => await store.OpenAsync(Token));

        Assert.Contains("cannot be written", refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_StartsOver_WhenItWasKilledInTheMiddle()
    {
        using var half = new TemporaryDirectory();
        // What a kill inside the transaction leaves: an empty file in WAL mode.
        Execute(half.Path, "PRAGMA journal_mode = WAL");
        await using SqliteChartStore store = NewStore(half.Path);

        Assert.Equal((1, 0), await store.EventRangeAsync(Token));
    }

    [Fact]
    public async Task Write_FailsClearlyAndRecovers_WhenTheDiskIsFull()
    {
        using var parent = new TemporaryDirectory();
        string mount = Path.Combine(parent.Path, "tiny");
        Directory.CreateDirectory(mount);
        bool isMounted = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()
            && await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount) == 0;
        Assert.SkipUnless(isMounted, "Mounting a small tmpfs needs root and the right to mount.");
        try
        {
            await using SqliteChartStore store = NewStore(mount);
            await CompleteAsync(store, "req_1_a", Product());
            string ballast = Path.Combine(mount, "ballast");
            await FillAsync(ballast);

            ChartException refused = await Assert.ThrowsAsync<ChartException>(async () =>
            {
                for (int i = 0; i < 100; i++)
                    await CompleteAsync(store, $"req_2_{i}", Product(Convert.ToBase64String(new byte[60_000]) + i));
            });

            Assert.Equal(ChartErrorCode.StorageUnavailable, refused.Error.Code);
            Assert.NotNull(await store.FindImageAsync("req_1_a", Token));
            await Assert.ThrowsAsync<ChartException>(async () => await store.CheckAsync(Token));
            File.Delete(ballast);
            await store.CheckAsync(Token);
            (_, long newest) = await store.EventRangeAsync(Token);
            Assert.Equal(newest + 1, (await store.AppendAsync(Draft("req_1_a"), Token)).Sequence);
        }
        finally
        {
            await RunAsync("umount", "-l", mount);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Open_LosesNothingAcknowledged_AfterAKillInTheMiddleOfAWrite(int seed)
    {
        using var images = new TemporaryDirectory();
        var random = new Random(seed);
        var acknowledged = new Dictionary<string, long>();
        // Observers run on the writer's thread right after a commit: no write is under way while the files are copied.
        Store.Committed += stored =>
        {
            if (stored.Sequence % 9 == 0) CopyState($"at-{stored.Sequence}", stored.Sequence);
        };
        for (int i = 0; i < 20; i++) await CompleteAsync($"req_1_{i}", Product(new string('x', 3000 * i)));

        Assert.Equal(6, acknowledged.Count);
        foreach ((string image, long newest) in acknowledged)
        {
            await using SqliteChartStore store = NewStore(image);
            Assert.Equal((1, newest), await store.EventRangeAsync(Token));
            await AssertConsistentAsync(store);
        }

        void CopyState(string name, long newest)
        {
            string copy = Path.Combine(images.Path, name);
            Directory.CreateDirectory(copy);
            foreach (string file in new[] { "chartcast.db", "chartcast.db-wal" })
                File.Copy(Path.Combine(_directory.Path, file), Path.Combine(copy, file));
            // The next write had begun: part of a frame hangs after the last commit.
            using FileStream wal = File.OpenWrite(Path.Combine(copy, "chartcast.db-wal"));
            wal.Seek(0, SeekOrigin.End);
            var torn = new byte[random.Next(1, 5000)];
            random.NextBytes(torn);
            wal.Write(torn);
            acknowledged[copy] = newest;
        }
    }

    [Fact]
    public async Task Open_GivesNoSequenceAgain_ThatALossOfPowerTookAway()
    {
        await CompleteAsync("req_1_a", Product());
        using var power = new TemporaryDirectory();
        // What the disk has for certain: everything up to the final state.
        foreach (string file in new[] { "chartcast.db", "chartcast.db-wal" })
            File.Copy(Path.Combine(_directory.Path, file), Path.Combine(power.Path, file));
        await Store.AddAsync(Record("req_1_b"), Draft("req_1_b"), Token);
        long told = (await Store.AppendAsync(Draft("req_1_b"), Token)).Sequence;

        await using SqliteChartStore again = NewStore(power.Path, boot: "the-next-run");
        Assert.Equal(ChartStatus.Completed, (await again.FindAsync("req_1_a", Token))!.Status);
        long next = (await again.AppendAsync(Draft("req_1_a"), Token)).Sequence;
        Assert.True(next > told, $"{next} was told before, {told} was the newest");
        // Whoever comes back with the lost id gets what came after it.
        Assert.Equal(next, Assert.Single(await again.EventsAfterAsync(told, 10, Token)).Sequence);
        await again.DisposeAsync();
        await using SqliteChartStore clean = NewStore(power.Path, boot: "the-run-after");
        Assert.Equal(next + 1, (await clean.AppendAsync(Draft("req_1_a"), Token)).Sequence);
    }

    [Fact]
    public async Task Flush_AndEveryFinalState_WaitForTheDisk_AndNothingElseDoes()
    {
        string path = Path.Combine(_directory.Path, "second");
        var connections = new SqliteConnections(Path.Combine(Directory.CreateDirectory(path).FullName, "x.db"), TimeSpan.FromSeconds(1));
        using SqliteConnection connection = connections.OpenWriter();
        SqliteSchema.Migrate(connection);
        using var statements = new SqliteStatements(connection);
        foreach ((bool isFlushed, long level) in new[] { (true, 2L), (false, 1L), (false, 1L), (true, 2L) })
        {
            statements.Begin(isFlushed);
            statements.Commit();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous";
            Assert.Equal(level, command.ExecuteScalar());
        }

        await Store.AddAsync(Record("req_1_a"), Draft("req_1_a"), Token);
        await Store.FlushAsync(Token);
        connections.Dispose();
    }

    internal static SqliteChartStore NewStore(string directory, TimeProvider? time = null, string? boot = null) => new(
        new SqliteStoreOptions { Directory = directory, BootId = boot }, time ?? new FakeTimeProvider(DateTimeOffset.UtcNow),
        NullLogger<SqliteChartStore>.Instance);

    private static async Task AssertConsistentAsync(SqliteChartStore store)
    {
        IReadOnlyList<ChartEvent> events = await store.EventsAfterAsync(0, 1000, Token);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(one => one.Sequence));
        foreach (IGrouping<string, ChartEvent> steps in events.GroupBy(one => one.Draft.RequestId))
        {
            ChartRecord? record = await store.FindAsync(steps.Key, Token);
            Assert.Equal(steps.Last().Draft.Kind.StatusAfter(), record!.Status);
            Assert.Equal(
                record.Status == ChartStatus.Completed, await store.FindImageAsync(steps.Key, Token) is not null);
        }
    }

    private static void Execute(string directory, string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "chartcast.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task FillAsync(string path)
    {
        await using FileStream file = File.Create(path);
        var chunk = new byte[4096];
        try
        {
            for (int i = 0; i < 1024; i++)
            {
                await file.WriteAsync(chunk, Token);
                await file.FlushAsync(Token);
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
