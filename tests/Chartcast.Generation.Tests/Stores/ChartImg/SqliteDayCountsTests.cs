using Chartcast.Generation.Stores.ChartImg;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Stores.ChartImg;

public sealed class SqliteDayCountsTests
{
    private static readonly byte[] Key = "a-key"u8.ToArray();

    [Fact]
    public void Count_LetsExactlySoManyPass_FromSeveralProcessesAtOnce()
    {
        using var folder = new TemporaryDirectory();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
        using var one = new SqliteDayCounts(folder.Path, time);
        using var other = new SqliteDayCounts(folder.Path, time);
        int passed = 0;
        Parallel.For(0, 200, i =>
        {
            if ((i % 2 == 0 ? one : other).TryCount(Key, 100)) Interlocked.Increment(ref passed);
        });
        Assert.Equal(100, passed);
        Assert.True(one.TryCount("another"u8.ToArray(), 1));
    }

    [Fact]
    public void Count_BeginsAnew_AtMidnightUtc()
    {
        using var folder = new TemporaryDirectory();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 23, 59, 59, TimeSpan.Zero));
        using var counts = new SqliteDayCounts(folder.Path, time);
        Assert.True(counts.TryCount(Key, 1));
        Assert.False(counts.TryCount(Key, 1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(counts.TryCount(Key, 1));
    }

    [Fact]
    public void Count_IsApartFromTheBookOfTheVendorsKey()
    {
        using var folder = new TemporaryDirectory();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
        using var counts = new SqliteDayCounts(folder.Path, time);
        using var ledger = new SqliteAccountLedger(folder.Path, "a-key", time);
        Assert.True(counts.TryCount(Key, 1));
        Assert.Equal(0, ledger.Usage().Today);
    }
}
