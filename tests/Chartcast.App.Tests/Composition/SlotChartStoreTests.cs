using Chartcast.App.Composition;
using Chartcast.App.Tests.Doubles;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chartcast.App.Tests.Composition;

public sealed class SlotChartStoreTests
{
    [Fact]
    public async Task SecondProcess_TakesADirectoryOfItsOwn()
    {
        using var folder = new TemporaryFolder();
        CancellationToken token = TestContext.Current.CancellationToken;
        await using SqliteChartStore first = At(folder.Path);
        await first.OpenAsync(token);
        await using var second = new SlotChartStore(folder.Path, At, NullLogger<SlotChartStore>.Instance);
        Assert.Equal("", second.Epoch);
        Assert.False(Directory.Exists(folder.In("slot-2")), "Nothing is made before the first use.");
        await second.OpenAsync(token);
        Assert.True(Directory.Exists(folder.In("slot-2")));
        Assert.NotEqual(first.Epoch, second.Epoch);
        Assert.Equal((1L, 0L), await second.EventRangeAsync(token));
    }

    [Fact]
    public async Task FirstRefusal_IsTold_WhenNoDirectoryCanBeUsed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("occupied"), "");
        await using var store = new SlotChartStore(
            Path.Combine(folder.In("occupied"), "state"), At, NullLogger<SlotChartStore>.Instance);
        ChartException exception = await Assert.ThrowsAsync<ChartException>(
            async () => await store.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ChartErrorCode.StorageUnavailable, exception.Error.Code);
    }

    private static SqliteChartStore At(string directory) => new(
        new SqliteStoreOptions { Directory = directory }, TimeProvider.System, NullLogger<SqliteChartStore>.Instance);
}
