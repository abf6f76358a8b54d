using System.Text;

namespace Chartcast.App.Logs;

/// <summary>Writes one line a record to a stream (standard error): for people on a terminal, JSON otherwise.</summary>
/// <remarks>Thread-safe. Text of strangers cannot start a line of its own, and secrets are masked wherever they
/// turn up.</remarks>
public sealed class LineLoggerProvider : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly Stream _output;
    private readonly LogLineFormat _format;
    private readonly LogLevel _minimum;

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
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_gate)
        {
            try
            {
                _output.Write(bytes);
                _output.Flush();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Whoever read the log is gone; the server goes on without one.
            }
        }
    }

    private sealed class LineLogger(LineLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= provider._minimum && logLevel != LogLevel.None;

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
            provider.Write(provider._format.Format(record));
        }
    }
}
