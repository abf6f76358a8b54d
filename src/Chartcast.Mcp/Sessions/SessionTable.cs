using System.Collections.Concurrent;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.Mcp.Sessions;

/// <summary>The open sessions: bounded, swept every half minute, ended with the server.</summary>
internal sealed class SessionTable : IAsyncDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, McpSession> _sessions = new(StringComparer.Ordinal);
    private readonly McpLimits _limits;
    private readonly ITimer _sweeper;
    private int _places;
    private volatile bool _isClosed;

    public SessionTable(McpLimits limits, TimeProvider time)
    {
        _limits = limits;
        _sweeper = time.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval);
    }

    public int Count => _sessions.Count;

    /// <summary>
    /// Takes a place before a session is made; give it back with <see cref="ReleasePlace"/> if none is added.
    /// </summary>
    public bool TryTakePlace()
    {
        if (Interlocked.Increment(ref _places) <= _limits.MaxSessions && !_isClosed)
            return true;
        Interlocked.Decrement(ref _places);
        return false;
    }

    public void ReleasePlace() => Interlocked.Decrement(ref _places);

    /// <summary>Adds a session whose place was taken.</summary>
    public void Add(McpSession session)
    {
        _sessions[session.Id] = session;
        if (_isClosed)
            _ = EndAsync(session);
    }

    /// <summary>Finds a session of the same subject; a foreign one does not exist for the caller.</summary>
    public McpSession? Find(string id, string? subject) =>
        _sessions.TryGetValue(id, out var session) && session.Subject == subject ? session : null;

    /// <summary>Ends a session: for its client it is over when this returns.</summary>
    /// <returns>Completes when its work has stopped and its place is free.</returns>
    public async Task EndAsync(McpSession session)
    {
        if (!_sessions.TryRemove(session.Id, out _))
            return;
        try
        {
            await session.DisposeAsync();
        }
        finally
        {
            ReleasePlace();
        }
    }

    /// <summary>Ends every session, and takes no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        await _sweeper.DisposeAsync();
        await Task.WhenAll(_sessions.Values.Select(EndAsync));
    }

    private void Sweep()
    {
        foreach (var session in _sessions.Values)
        {
            session.Streams.Sweep();
            if (session.IsIdle())
                _ = EndAsync(session);
        }
    }
}
