using Chartcast.ChartImgFake;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ChartImgLogTests
{
    // Guide: Chart-IMG API interaction logs
    [Fact]
    public async Task Draw_LogsEveryCall_WithStatusBytesTimeAndAttempt()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        await harness.DrawAsync();
        Assert.Matches(
            @"^Information Chart-IMG answered 200 with \d+ bytes in \d+ ms \(attempt 1\)", Assert.Single(harness.Log.Lines));
    }

    // Guide: Chart-IMG API interaction logs
    [Fact]
    public async Task Draw_LogsARefusal_WithTheUpstreamsWords()
    {
        await using ChartImgHarness harness = await ChartImgHarness.StartAsync();
        harness.Fake.State.Script(FakeFault.Forbidden);
        await harness.FailAsync();
        Assert.Contains(harness.Log.Lines, line =>
            line.Contains(" 403 ", StringComparison.Ordinal) && line.Contains("Forbidden", StringComparison.Ordinal));
    }
}
