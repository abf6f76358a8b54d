namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// What changes while a server runs, for everyone who asked to hear of it: open listens, subscribed sessions, and
/// sessions that hear of changed lists unasked. Thread-safe.
/// </summary>
/// <param name="lists">Which lists can change at all; the server's capabilities promise just these.</param>
public sealed class ServerChanges(ChangingLists lists)
{
    private readonly Lock _lock = new();
    private Action<ServerChange>[] _observers = [];

    /// <summary>Which lists can change.</summary>
    public ChangingLists Lists => lists;

    /// <summary>The same changes, and those of further lists.</summary>
    /// <param name="further">Lists that can change besides; they are told there, not here.</param>
    public ServerChanges And(ChangingLists further)
    {
        var all = new ServerChanges(lists | further);
        Observe(all.Tell);
        return all;
    }

    /// <summary>Says that a list changed.</summary>
    /// <param name="list">One of <see cref="Lists"/>; others are not told.</param>
    public void ListChanged(ChangingLists list)
    {
        if ((list & lists) != ChangingLists.None)
            Tell(new ServerChange(list & lists, [], null));
    }

    /// <summary>Says that the contents of resources changed.</summary>
    /// <param name="uris">Their URIs.</param>
    public void ResourcesUpdated(IReadOnlyList<string> uris)
    {
        ArgumentNullException.ThrowIfNull(uris);
        Tell(new ServerChange(ChangingLists.None, uris, null));
    }

    /// <summary>Says that a task changed its status.</summary>
    internal void TaskChanged(string taskId) => Tell(new ServerChange(ChangingLists.None, [], taskId));

    /// <summary>Calls an observer for every change, on the thread of whoever says it; it must return at once.</summary>
    internal IDisposable Observe(Action<ServerChange> observer)
    {
        lock (_lock)
        {
            _observers = [.. _observers, observer];
        }

        return new Observation(this, observer);
    }

    private void Tell(ServerChange change)
    {
        foreach (var observer in Volatile.Read(ref _observers))
            observer(change);
    }

    private void Remove(Action<ServerChange> observer)
    {
        lock (_lock)
        {
            _observers = [.. _observers.Where(other => other != observer)];
        }
    }

    private sealed class Observation(ServerChanges changes, Action<ServerChange> observer) : IDisposable
    {
        public void Dispose() => changes.Remove(observer);
    }
}

/// <summary>The lists of a server.</summary>
[Flags]
public enum ChangingLists
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>tools/list</c>.</summary>
    Tools = 1,

    /// <summary><c>prompts/list</c>.</summary>
    Prompts = 2,

    /// <summary><c>resources/list</c>.</summary>
    Resources = 4,
}

/// <summary>One change: of lists, of resources, or of a task.</summary>
internal readonly record struct ServerChange(ChangingLists Lists, IReadOnlyList<string> ResourceUris, string? TaskId);
