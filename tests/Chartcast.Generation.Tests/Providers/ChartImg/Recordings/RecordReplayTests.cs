using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Providers.ChartImg.Accounts;
using Chartcast.Generation.Providers.ChartImg.Recordings;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Tests.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.Generation.Tests.Providers.ChartImg.Recordings;

public sealed class RecordReplayTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 6, 12, 15, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("""{"symbol":"A:B","range":"1M","indicators":["rsi"]}""")]
    [InlineData("""{"symbol":"A:B","format":"jpeg"}""")]
    [InlineData("""{"symbol":"A:B","layout":"AbCd1234"}""")]
    [InlineData("""{"symbol":"A:B","store":true}""")]
    public async Task Replay_GivesTheRecordedPicture_Later_WithoutACall(string arguments)
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        using var record = new HttpClient(Recorder());
        ChartProduct drawn = await DrawAsync(record, FakeSettings.DefaultKey, fake.Address, arguments);
        int calls = fake.State.CallCount;

        _time.Advance(TimeSpan.FromDays(40));
        using var replay = new HttpClient(new ReplayHandler(_directory.Path));
        ChartProduct replayed = await DrawAsync(replay, "replayed", fake.Address, arguments);

        Assert.Equal(drawn.Image.Sha256, replayed.Image.Sha256);
        Assert.Equal(calls, fake.State.CallCount);
    }

    [Fact]
    public async Task Record_WritesNoKey_EvenWhereItIsEchoed()
    {
        await using ChartImgFakeServer fake = await ChartImgFakeServer.StartAsync();
        fake.State.Script(FakeFault.EchoesKey);
        using var record = new HttpClient(Recorder());
        await Assert.ThrowsAsync<ChartException>(() => DrawAsync(record, FakeSettings.DefaultKey, fake.Address, """{"symbol":"A:B"}"""));

        string file = Assert.Single(Directory.EnumerateFiles(_directory.Path));
        string text = await File.ReadAllTextAsync(file, Token);
        Assert.DoesNotContain(FakeSettings.DefaultKey, text, StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(text);
        string content = System.Text.Encoding.UTF8.GetString(json.RootElement.GetProperty("content").GetBytesFromBase64());
        Assert.DoesNotContain(FakeSettings.DefaultKey, content, StringComparison.Ordinal);
        Assert.Contains("***", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_SaysWhatWasNotRecorded()
    {
        using var replay = new HttpClient(new ReplayHandler(_directory.Path));
        ChartError error = (await Assert.ThrowsAsync<ChartException>(() => DrawAsync(
            replay, "replayed", ChartImgOptions.DefaultBaseAddress, """{"symbol":"A:B"}"""))).Error;
        Assert.Equal("Chart-IMG API error: Not Recorded", error.Upstream);
    }

    private RecordingHandler Recorder() =>
        new(ChartImgProvider.CreateHandler(), _directory.Path, [FakeSettings.DefaultKey]);

    private Task<ChartProduct> DrawAsync(HttpClient http, string key, Uri address, string arguments)
    {
        using var document = System.Text.Json.JsonDocument.Parse(arguments);
        var provider = new ChartImgProvider(
            http, new ChartImgOptions { ApiKey = key, BaseAddress = address },
            new ChartImgAccount(new ReplayLedger(_time), AccountLimits.Unknown, _time), null, null, _time,
            new LogCapture(), () => 0.5);
        return provider.DrawAsync(ChartRequestReader.Read(document.RootElement), new Progress<ChartStep>(), Token);
    }
}
