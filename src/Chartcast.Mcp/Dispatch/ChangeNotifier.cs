using System.Text.Json.Nodes;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Passes the changes that one client wants on to it: the first at once, then at most five times a second, each thing
/// that changed named once a time. A client that does not read costs one set of names, not a queue.
/// </summary>
internal sealed class ChangeNotifier : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly ChangeFilter _filter;
    private readonly Func<JsonRpcNotification, Task> _send;
    private readonly TimeProvider _time;
    private readonly IDisposable _observation;
    private readonly CancellationTokenSource _closed = new();
    private readonly HashSet<string> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tasks = new(StringComparer.Ordinal);
    private ChangingLists _lists;
    private Task _sending = Task.CompletedTask;
    private bool _isSending;

    /// <param name="changes">What changes.</param>
    /// <param name="filter">What the client wants of it; asked for every change.</param>
    /// <param name="send">Sends a notification to it.</param>
    /// <param name="time">The clock.</param>
    public ChangeNotifier(
        ServerChanges changes, ChangeFilter filter, Func<JsonRpcNotification, Task> send, TimeProvider time)
    {
        _filter = filter;
        _send = send;
        _time = time;
        _observation = changes.Observe(Take);
    }

    /// <summary>Stops telling; returns when no notification is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        _observation.Dispose();
        await _closed.CancelAsync();
        Task sending;
        lock (_lock)
        {
            sending = _sending;
        }

        await sending;
    }

    private void Take(ServerChange change)
    {
        var lists = change.Lists & _filter.Lists;
        var taskId = change.TaskId is { } id && _filter.WantsTask(id) ? id : null;
        // Most changes are none of this client's business; they must not cost a lock.
        if (lists == ChangingLists.None && taskId is null && !change.ResourceUris.Any(_filter.WantsResource))
            return;
        lock (_lock)
        {
            _lists |= lists;
            _resources.UnionWith(change.ResourceUris.Where(_filter.WantsResource));
            if (taskId is not null)
                _tasks.Add(taskId);
            if (_isSending)
                return;
            _isSending = true;
            // Off the thread of whoever says it: work must not wait for those who hear of it.
            _sending = Task.Run(SendAllAsync, CancellationToken.None);
        }
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (TryCollect(out var notifications))
            {
                foreach (var notification in notifications)
                    await _send(notification);
                await Task.Delay(Pause, _time, _closed.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client left.
        }
    }

    private bool TryCollect(out List<JsonRpcNotification> notifications)
    {
        notifications = [];
        lock (_lock)
        {
            AddList(notifications, ChangingLists.Tools, NotificationMethods.ToolListChangedNotification);
            AddList(notifications, ChangingLists.Prompts, NotificationMethods.PromptListChangedNotification);
            AddList(notifications, ChangingLists.Resources, NotificationMethods.ResourceListChangedNotification);
            foreach (var uri in _resources)
                notifications.Add(Notification(
                    NotificationMethods.ResourceUpdatedNotification, new JsonObject { ["uri"] = uri }));
            foreach (var taskId in _tasks)
            {
                if (_filter.DescribeTask(taskId) is { } task)
                    notifications.Add(Notification(TaskMethods.ChangedNotification, task));
            }

            _lists = ChangingLists.None;
            _resources.Clear();
            _tasks.Clear();
            _isSending = notifications.Count > 0;
            return _isSending;
        }
    }

    private void AddList(List<JsonRpcNotification> notifications, ChangingLists list, string method)
    {
        if (_lists.HasFlag(list))
            notifications.Add(Notification(method, []));
    }

    private JsonRpcNotification Notification(string method, JsonObject parameters)
    {
        if (_filter.Tag() is { } tag)
            parameters["_meta"] = tag;
        return new JsonRpcNotification { Method = method, Params = parameters };
    }
}

/// <summary>What one client wants to hear of.</summary>
internal abstract class ChangeFilter
{
    /// <summary>Changed lists.</summary>
    public abstract ChangingLists Lists { get; }

    /// <summary>Whether this resource's updates.</summary>
    public abstract bool WantsResource(string uri);

    /// <summary>Whether this task's changes.</summary>
    public virtual bool WantsTask(string taskId) => false;

    /// <summary>A task as its notification tells it; null when it is gone.</summary>
    public virtual JsonObject? DescribeTask(string taskId) => null;

    /// <summary>The <c>_meta</c> of every notification, newly made; null for none.</summary>
    public virtual JsonObject? Tag() => null;
}
