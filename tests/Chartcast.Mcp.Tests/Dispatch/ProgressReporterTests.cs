using Chartcast.Mcp.Dispatch;
using Microsoft.Extensions.Time.Testing;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Dispatch;

public sealed class ProgressReporterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<double> _sent = [];

    [Fact]
    public async Task Report_SendsFiveInASecond_ThenTheNewest_AndTheRestAtTheEnd()
    {
        await using (var reporter = NewReporter())
        {
            for (var step = 1; step <= 10; step++)
                reporter.Report(new ToolProgress(step, "a"));
            Assert.Equal([1, 2, 3, 4, 5], _sent);
            _time.Advance(TimeSpan.FromMilliseconds(999));
            Assert.Equal([1, 2, 3, 4, 5], _sent);
            _time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal([1, 2, 3, 4, 5, 10], _sent);
            for (var step = 11; step <= 20; step++)
                reporter.Report(new ToolProgress(step, "b"));
        }

        Assert.Equal([1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 20], _sent);
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
