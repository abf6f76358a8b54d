using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Chartcast.App.Tests.Doubles;

/// <summary>Keeps what is logged.</summary>
public sealed class RecordingLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message, Exception? Exception)> _records = new();

    public IReadOnlyList<(LogLevel Level, string Message, Exception? Exception)> Records => [.. _records];

    public string Text => string.Join('\n', Records.Select(record => $"{record.Level} {record.Message} {record.Exception}"));

    public ILogger CreateLogger(string categoryName) => new Recorder(this);

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordingLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log._records.Enqueue((logLevel, formatter(state, exception), exception));
    }
}
