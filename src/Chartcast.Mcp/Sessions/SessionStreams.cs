using Chartcast.Mcp.Dispatch;

namespace Chartcast.Mcp.Sessions;

/// <summary>
/// The streams of one session: number 0 for what nobody asked for, the rest one for each streamed request.
/// </summary>
internal sealed class SessionStreams
{
    private readonly Lock _lock = new();
    private readonly List<StreamLog> _requests = [];
    private readonly McpLimits _limits;
    private readonly TimeProvider _time;
    private readonly StreamLogOptions _options;
    private int _lastNumber;

    /// <param name="limits">How much is kept, and for how long.</param>
    /// <param name="hasPolling">Whether clients come back to streams that a connection left.</param>
    /// <param name="time">The clock that says when a stream finished.</param>
    public SessionStreams(McpLimits limits, bool hasPolling, TimeProvider time)
    {
        _limits = limits;
        _time = time;
        _options = new StreamLogOptions(HasIds: true, KeepsRead: true, limits.MaxEventsPerStream)
        {
            HasMarks = hasPolling,
            LongestConnection = hasPolling ? limits.LongestConnection : null,
        };
        // Nothing is lost when a proxy cuts this one, so it is never left on purpose.
        Standalone = new StreamLog(0, _options with { LongestConnection = null }, Trim);
    }

    /// <summary>The stream that GET opens.</summary>
    public StreamLog Standalone { get; }

    /// <summary>Opens a request's stream.</summary>
    /// <returns>The stream, or null when the session has too many that are still open.</returns>
    public StreamLog? TryOpen()
    {
        lock (_lock)
        {
            if (_requests.Count >= _limits.MaxStreamsPerSession)
            {
                var finished = _requests.FindIndex(stream => stream.FinishedAt is not null);
                if (finished < 0)
                    return null;
                _requests.RemoveAt(finished);
            }

            var stream = new StreamLog(++_lastNumber, _options, Trim);
            _requests.Add(stream);
            return stream;
        }
    }

    /// <summary>Finds a stream that may be resumed.</summary>
    public StreamLog? Find(int number)
    {
        if (number == 0)
            return Standalone;
        lock (_lock)
        {
            return _requests.Find(stream => stream.Number == number);
        }
    }

    /// <summary>Forgets finished streams nobody came back for.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            _requests.RemoveAll(stream =>
                stream.FinishedAt is { } finished && _time.GetElapsedTime(finished) > _limits.ResumptionTime);
        }
    }

    /// <summary>Ends every stream.</summary>
    public void FinishAll()
    {
        var now = _time.GetTimestamp();
        Standalone.Finish(now);
        lock (_lock)
        {
            _requests.ForEach(stream => stream.Finish(now));
        }
    }

    private void Trim(StreamLog grown)
    {
        lock (_lock)
        {
            var total = Standalone.Bytes + _requests.Sum(stream => stream.Bytes);
            while (total > _limits.MaxBytesPerSession)
            {
                var finished = _requests.FindIndex(stream => stream.FinishedAt is not null && stream != grown);
                if (finished < 0)
                    break;
                total -= _requests[finished].Bytes;
                _requests.RemoveAt(finished);
            }

            if (total > _limits.MaxBytesPerSession)
                grown.Shrink(Math.Max(0, _limits.MaxBytesPerSession - (total - grown.Bytes)));
        }
    }
}
