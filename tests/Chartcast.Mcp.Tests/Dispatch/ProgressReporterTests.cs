using Chartcast.Mcp.Dispatch;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Dispatch;

public sealed class ProgressReporterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<double> _sent = [];

    [Fact]
    public async Task Report_SendsTheFirstAtOnce_ThenTheNewestEach200Milliseconds_ThenTheRest()
    {
        await using (var reporter = NewReporter())
        {
            reporter.Report(new ToolProgress(1, "a"));
            Assert.Equal([1], _sent);
            reporter.Report(new ToolProgress(2, "b"));
            reporter.Report(new ToolProgress(3, "c"));
            Assert.Equal([1], _sent);
            _time.Advance(TimeSpan.FromMilliseconds(200));
            Assert.Equal([1, 3], _sent);
            reporter.Report(new ToolProgress(4, "d"));
        }

        Assert.Equal([1, 3, 4], _sent);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task Report_IgnoresWhatDoesNotRise(double percent)
    {
        await using (var reporter = NewReporter())
        {
            reporter.Report(new ToolProgress(5, "a"));
            reporter.Report(new ToolProgress(percent, "b"));
        }

        Assert.Equal([5], _sent);
    }

    [Fact]
    public async Task Report_IsSilent_AfterTheAnswer()
    {
        var reporter = NewReporter();
        await reporter.DisposeAsync();
        reporter.Report(new ToolProgress(50, "late"));

        Assert.Empty(_sent);
    }

    private ProgressReporter NewReporter() => new(
        notification =>
        {
            _sent.Add(notification.Params!["progress"]!.GetValue<double>());
            return Task.CompletedTask;
        },
        new ProgressToken("t"),
        _time);
}
