using System.Text.Json;
using Chartcast.App.Logs;
using Chartcast.App.Tests.Doubles;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.App.Tests.Logs;

public sealed class LogLineFormatTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 1, 15, 15, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lines_StayOne_AndHoldNoSecret(bool isJson)
    {
        var format = new LogLineFormat(isJson, [TestApp.Key], Clock);
        string line = format.Format(new LogRecord(
            LogLevel.Information, "Chartcast.App.X", $"asked for a\nfaked line \u001b[31m {TestApp.Key}", null));
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain(TestApp.Key, line);
        Assert.Contains("***", line);
    }

    [Fact]
    public void Json_HoldsTheNamedParts()
    {
        var record = new LogRecord(LogLevel.Warning, "C", "m", new InvalidOperationException("why"))
        {
            Values = [new("ClientId", "a\"b"), new("{OriginalFormat}", "x")],
        };
        JsonElement json = JsonDocument.Parse(new LogLineFormat(true, [], Clock).Format(record)).RootElement;
        Assert.Equal("warn", json.GetProperty("level").GetString());
        Assert.Equal("a\"b", json.GetProperty("clientId").GetString());
        Assert.Contains("why", json.GetProperty("exception").GetString());
        Assert.Equal("2026-01-15T15:00:00.0000000+00:00", json.GetProperty("time").GetString());
    }

    [Fact]
    public void Text_IndentsTraces()
    {
        string text = new LogLineFormat(false, [], Clock).Format(
            new LogRecord(LogLevel.Error, "Chartcast.App.Thing", "broke", new InvalidOperationException("a\nfaked")));
        string[] lines = text.Split('\n');
        Assert.EndsWith("error Thing: broke", lines[0]);
        Assert.All(lines[1..], line => Assert.StartsWith("    ", line));
    }

    [Fact]
    public async Task Provider_SurvivesAReaderThatLeft()
    {
        using var closed = new BrokenStream();
        var provider = new LineLoggerProvider(closed, new LogLineFormat(true, [], Clock), LogLevel.Information);
        provider.CreateLogger("c").Log(LogLevel.Information, default, "x", null, (state, _) => state);
        await closed.Written.WaitAsync(TestContext.Current.CancellationToken);
        provider.Dispose();
        Assert.Equal(1, closed.Writes);
    }

    private sealed class BrokenStream : MemoryStream
    {
        private readonly TaskCompletionSource _written = new();

        public Task Written => _written.Task;

        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            _written.TrySetResult();
            throw new IOException("gone");
        }
    }
}
