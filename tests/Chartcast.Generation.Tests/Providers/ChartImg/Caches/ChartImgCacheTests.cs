using System.Text;
using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Caches;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores.ChartImg;

namespace Chartcast.Generation.Tests.Providers.ChartImg.Caches;

public sealed class ChartImgCacheTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1m", 15)]
    [InlineData("5m", 75)]
    [InlineData("1h", 900)]
    [InlineData("1D", 3_600)]
    public async Task Draw_CallsNobody_WhileThePictureIsFresh(string interval, int freshSeconds)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        string arguments = $$"""{"symbol":"A:B","interval":"{{interval}}","range":"1M"}""";
        ChartProduct first = await harness.DrawAsync(arguments);
        harness.Time.Advance(TimeSpan.FromSeconds(freshSeconds));
        ChartProduct second = await harness.DrawAsync(arguments);

        Assert.Equal(1, harness.Fake.State.CallCount);
        Assert.Equal(first.Image.Sha256, second.Image.Sha256);
        Assert.Equal(first.Report.Source!.FetchedAt, second.Report.Source!.FetchedAt);
        Assert.StartsWith("From the cache: ", second.Report.Warnings[0], StringComparison.Ordinal);
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        await harness.DrawAsync(arguments);
        Assert.Equal(2, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_KeepsThePastForADay()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        const string Past = """{"symbol":"A:B","interval":"1m","range":{"from":"2025-01-01","to":"2025-01-02"}}""";
        await harness.DrawAsync(Past);
        harness.Time.Advance(TimeSpan.FromHours(23));
        await harness.DrawAsync(Past);
        Assert.Equal(1, harness.Fake.State.CallCount);
    }

    [Theory]
    [InlineData("""{"symbol":"A:C"}""")]
    [InlineData("""{"symbol":"A:B","interval":"4h"}""")]
    [InlineData("""{"symbol":"A:B","width":801}""")]
    [InlineData("""{"symbol":"A:B","format":"jpeg"}""")]
    [InlineData("""{"symbol":"A:B","indicators":["rsi"]}""")]
    [InlineData("""{"symbol":"A:B","layout":"AbCd1234"}""")]
    [InlineData("""{"symbol":"A:B","store":true}""")]
    public async Task Draw_AsksAgain_ForAnythingElse(string other)
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        await harness.DrawAsync("""{"symbol":"A:B"}""");
        await harness.DrawAsync(other);
        Assert.Equal(2, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_FindsThePicture_AfterARestart_WhateverProviderWasAskedFor()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        await harness.DrawAsync("""{"symbol":"A:B"}""");
        ChartProduct again = await harness.NewProvider().DrawAsync(
            Read("""{"symbol":"A:B","provider":"chart-img"}"""), new Progress<ChartStep>(), Token);
        Assert.Equal(1, harness.Fake.State.CallCount);
        Assert.Equal(800, again.Image.WidthPx);
    }

    [Fact]
    public async Task Draw_GivesNoOtherKeysPictures()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        await harness.DrawAsync("""{"symbol":"A:B"}""");
        ChartImgProvider other = harness.NewProvider(
            new ChartImgOptions { ApiKey = "another-key", BaseAddress = harness.Fake.Address });
        await Assert.ThrowsAsync<ChartException>(() => other.DrawAsync(
            Read("""{"symbol":"A:B"}"""), new Progress<ChartStep>(), Token));
        Assert.Equal(2, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_MakesOneCall_ForAHundredEqualRequestsAtOnce()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        Task<ChartProduct>[] drawings = [.. Enumerable.Range(0, 100).Select(_ => Task.Run(() => harness.StartDrawing(), Token))];
        await Task.WhenAll(drawings);
        Assert.Equal((1, 1), (harness.Fake.State.CallCount, harness.Account.Usage().Today));
    }

    [Fact]
    public async Task Draw_MakesOneCall_ForTwoProcessesAtOnce()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(new FakeAnswer(FakeFault.Slow, Delay: TimeSpan.FromMilliseconds(300)));
        ChartImgProvider other = harness.NewProvider();
        Task<ChartProduct> first = harness.StartDrawing();
        await harness.Fake.State.NextCallAsync(Token);

        Task<ChartProduct> second = other.DrawAsync(
            Read("""{"symbol":"NASDAQ:AAPL"}"""), new Progress<ChartStep>(), Token);
        await first;
        while (!second.IsCompleted)
        {
            await Task.WhenAny(second, harness.Time.NextTimerAsync(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(100), Token));
            harness.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal((await first).Image.Sha256, (await second).Image.Sha256);
        Assert.Equal(1, harness.Fake.State.CallCount);
    }

    [Fact]
    public async Task Draw_LeavesTheOthersTheirChart_WhenTheOneWhoAskedGivesUp()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.HangBeforeHeaders);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<ChartProduct> first = harness.StartDrawing(cancellation: giveUp.Token);
        await harness.Fake.State.NextCallAsync(Token);
        Task<ChartProduct> second = harness.StartDrawing();

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(800, (await second).Image.WidthPx);
    }

    [Fact]
    public async Task Draw_GivesAnOlderPictureMarkedSo_WhenChartImgIsDown_AndWasAskedForByName()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        const string ByName = """{"symbol":"A:B","provider":"chart-img"}""";
        await harness.DrawAsync(ByName);
        harness.Time.Advance(TimeSpan.FromHours(3));
        harness.Fake.State.Script(FakeFault.ServerError, FakeFault.ServerError, FakeFault.ServerError);

        ChartProduct stale = await harness.DrawAsync(ByName);

        Assert.StartsWith("NOT CURRENT: this is the picture of 2025-06-12 15:00:00 UTC.", stale.Report.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCache_HoldsNoKey_AndLosesNothingButWhatIsBroken()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        await harness.DrawAsync();
        string file = Assert.Single(Directory.EnumerateFiles(
            Path.Combine(harness.StatePath, FilePictureCache.FolderName), "*.picture"));
        byte[] bytes = await File.ReadAllBytesAsync(file, Token);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(FakeSettings.DefaultKey)));

        bytes[^10] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Token);
        await harness.DrawAsync();
        Assert.Equal(2, harness.Fake.State.CallCount);
    }

    [Fact]
    public void Sweep_RemovesTheOldest_UntilTheRestFits()
    {
        using var directory = new Tests.Stores.TemporaryDirectory();
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));
        var cache = new FilePictureCache(directory.Path, 25_000, time);
        for (int i = 0; i < 10; i++)
        {
            cache.Keep($"{i:x64}", Picture(5_000, time.GetUtcNow()));
            time.Advance(TimeSpan.FromMinutes(1));
        }

        cache.Sweep();

        Assert.Equal(
            [6, 7, 8, 9], Enumerable.Range(0, 10).Where(i => cache.Find($"{i:x64}", TimeSpan.FromDays(1)) is not null));
        time.Advance(TimeSpan.FromDays(3));
        cache.Sweep();
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(directory.Path, FilePictureCache.FolderName), "*.picture"));
    }

    [Fact]
    public void Keep_DoesNothing_WhereNothingCanBeWritten()
    {
        using var directory = new Tests.Stores.TemporaryDirectory();
        File.WriteAllText(Path.Combine(directory.Path, FilePictureCache.FolderName), "a file where the folder should be");
        var cache = new FilePictureCache(directory.Path, 25_000, TimeProvider.System);
        cache.Keep(new string('a', 64), Picture(10, DateTimeOffset.UnixEpoch));
        Assert.Null(cache.Find(new string('a', 64), TimeSpan.MaxValue));
        Assert.NotNull(cache.TryHold(new string('a', 64)));
    }

    private static CachedPicture Picture(int length, DateTimeOffset at)
    {
        byte[] bytes = new byte[length];
        string sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        return new CachedPicture(new ChartImage(ImageFormat.Png, 1, 1, bytes, sha256), at, null);
    }

    private static ChartRequest Read(string arguments)
    {
        using var document = System.Text.Json.JsonDocument.Parse(arguments);
        return ChartRequestReader.Read(document.RootElement);
    }
}
