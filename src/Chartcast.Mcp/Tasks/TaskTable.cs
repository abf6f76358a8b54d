using System.Collections.Concurrent;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.Mcp.Tasks;

/// <summary>The tasks there are: bounded, each kept for a time from its creation, ended with the server.</summary>
internal sealed class TaskTable : IAsyncDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ServerTask> _tasks = new(StringComparer.Ordinal);
    private readonly McpLimits _limits;
    private readonly TimeProvider _time;
    private readonly ServerChanges _changes;
    private readonly Lazy<ITimer> _sweeper;

    public TaskTable(McpLimits limits, ServerChanges changes, TimeProvider time)
    {
        _limits = limits;
        _changes = changes;
        _time = time;
        _sweeper = new Lazy<ITimer>(() => time.CreateTimer(_ => Sweep(), null, SweepInterval, SweepInterval));
    }

    public TimeSpan TimeToLive => _limits.TaskLifetime;

    public int Count => _tasks.Count;

    /// <summary>Makes a task that nobody can find yet.</summary>
    public ServerTask Create(string? subject) => new(subject, _time, _changes.TaskChanged);

    /// <summary>Lets it be found; false when there are too many.</summary>
    public bool TryAdd(ServerTask task)
    {
        _ = _sweeper.Value;
        if (_tasks.Count >= _limits.MaxTasks)
        {
            Sweep();
            if (_tasks.Count >= _limits.MaxTasks)
                return false;
        }

        return _tasks.TryAdd(task.Id, task);
    }

    /// <summary>Finds a task of the same subject; a foreign one does not exist for the caller.</summary>
    public ServerTask? Find(string id, string? subject) =>
        _tasks.TryGetValue(id, out var task) && task.Subject == subject ? task : null;

    public async ValueTask DisposeAsync()
    {
        if (_sweeper.IsValueCreated)
            await _sweeper.Value.DisposeAsync();
        foreach (var task in _tasks.Values)
            task.Cancel();
    }

    // A task that outlives its time without an end is cancelled first and goes with the next sweep.
    private void Sweep()
    {
        foreach (var task in _tasks.Values)
        {
            if (_time.GetUtcNow() - task.CreatedAt <= _limits.TaskLifetime)
                continue;
            if (task.IsFinal && _tasks.TryRemove(task.Id, out _))
                task.Dispose();
            else
                task.Cancel();
        }
    }
}
