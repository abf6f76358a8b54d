using System.Text;
using Chartcast.App.Logs;
using Microsoft.Extensions.Logging;

namespace Chartcast.App.Tests.Logs;

public sealed class LineLoggerProviderTests
{
    [Fact]
    public void Dispose_WritesEveryLineInOrder()
    {
        using var output = new MemoryStream();
        using (LineLoggerProvider provider = Provider(output))
        {
            for (int i = 0; i < 100; i++) Log(provider, $"line {i}.");
        }

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(100, lines.Length);
        Assert.All(lines.Index(), line => Assert.EndsWith($"line {line.Index}.", line.Item));
    }

    [Fact]
    public void Log_WaitsForNobody_WhenTheStreamIsNotRead()
    {
        using var output = new StuckStream();
        using (LineLoggerProvider provider = Provider(output))
        {
            // Returns at all: a write that waited would stand still here for ever.
            for (int i = 0; i < LineLoggerProvider.MostWaiting + 100; i++) Log(provider, "nobody reads this");
            output.Opened.Set();
        }

        Assert.Matches("[0-9]+ lines of this log were lost", output.Text);
    }

    [Fact]
    public void Log_GoesOn_WhenTheStreamIsClosed()
    {
        using var output = new StuckStream { IsClosed = true };
        output.Opened.Set();
        using LineLoggerProvider provider = Provider(output);
        Log(provider, "one");
        Log(provider, "two");
    }

    private static LineLoggerProvider Provider(Stream output) =>
        new(output, new LogLineFormat(isJson: false, [], TimeProvider.System), LogLevel.Information);

    private static void Log(LineLoggerProvider provider, string words) => provider.CreateLogger("Test").Log(
        LogLevel.Information, default, words, null, static (text, _) => text);

    /// <summary>A pipe that takes nothing until somebody reads it.</summary>
    private sealed class StuckStream : MemoryStream
    {
        public ManualResetEventSlim Opened { get; } = new();

        public bool IsClosed { get; init; }

        public string Text => Encoding.UTF8.GetString(ToArray());

        // The base class brings spans here, too.
        public override void Write(byte[] buffer, int offset, int count)
        {
            Opened.Wait();
            if (IsClosed) throw new UnauthorizedAccessException("closed");
            base.Write(buffer, offset, count);
        }
    }
}
