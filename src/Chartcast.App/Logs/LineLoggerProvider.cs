using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Chartcast.App.Logs;

/// <summary>Writes one line a record to a stream (standard error): for people on a terminal, JSON otherwise.</summary>
/// <remarks>Thread-safe. Text of strangers cannot start a line of its own, and secrets are masked wherever they
/// turn up. Nobody waits for the stream: many MCP hosts never read a server's standard error, and once such a pipe is
/// full (64 KB on Linux) every write to it would stand still. Lines that find no room are counted and told
/// later.</remarks>
public sealed class LineLoggerProvider : ILoggerProvider
{
    /// <summary>How many lines wait before further ones are lost.</summary>
    public const int MostWaiting = 4096;

    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(1);

    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Thread _writer;
    private readonly Stream _output;
    private readonly LogLineFormat _format;
    private readonly LogLevel _minimum;
    private int _lost;

    /// <summary>Takes where lines go.</summary>
    /// <param name="output">Receives UTF-8; stays open.</param>
    /// <param name="format">How a line looks.</param>
    /// <param name="minimum">Records below this are not written.</param>
    public LineLoggerProvider(Stream output, LogLineFormat format, LogLevel minimum)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(format);
        _output = output;
        _format = format;
        _minimum = minimum;
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "chartcast log" };
        _writer.Start();
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => CreateLogger(categoryName, _minimum);

    /// <summary>Makes a logger that may say less than others.</summary>
    /// <param name="categoryName">Who says it.</param>
    /// <param name="minimum">Its records below this are not written; the provider's own least level stays in
    /// force.</param>
    public ILogger CreateLogger(string categoryName, LogLevel minimum) =>
        new LineLogger(this, categoryName, minimum > _minimum ? minimum : _minimum);

    /// <summary>Writes what waits, as far as the stream takes it within a second.</summary>
    public void Dispose()
    {
        if (_waiting.Writer.TryComplete()) _writer.Join(FlushLimit);
    }

    private void Take(LogRecord record)
    {
        if (!_waiting.Writer.TryWrite(_format.Format(record))) Interlocked.Increment(ref _lost);
    }

    private void WriteAll()
    {
        // The thread is the writer's own: waiting here blocks nobody.
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_waiting.Reader.TryRead(out string? line)) Write(line);
            if (Interlocked.Exchange(ref _lost, 0) is > 0 and int lost) Write(LossOf(lost));
        }
    }

    private string LossOf(int lost) => _format.Format(new LogRecord(
        LogLevel.Warning,
        typeof(LineLoggerProvider).FullName!,
        string.Create(CultureInfo.InvariantCulture, $"{lost} lines of this log were lost: they were not read in time"),
        null));

    private void Write(string line)
    {
        try
        {
            _output.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _output.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or ObjectDisposedException)
        {
            // Whoever read the log is gone; the server goes on without one.
        }
    }

    private sealed class LineLogger(LineLoggerProvider provider, string category, LogLevel minimum) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var record = new LogRecord(logLevel, category, formatter(state, exception), exception)
            {
                Values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [],
            };
            provider.Take(record);
        }
    }
}
