using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>
/// Turns a tool's steps into <c>notifications/progress</c>: strictly rising, at most five in any second, so that a few
/// steps go out at once and of many the newest wins; what is left goes out just before the answer.
/// </summary>
internal sealed class ProgressReporter : IProgress<ToolProgress>, IAsyncDisposable
{
    private const int MostInWindow = 5;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Func<JsonRpcNotification, Task> _send;
    private readonly ProgressToken _token;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private double _newest = double.NegativeInfinity;
    private readonly Queue<long> _sentAt = new(MostInWindow);
    private ToolProgress? _waiting;
    private Task _sending = Task.CompletedTask;
    private bool _isClosed;

    public ProgressReporter(Func<JsonRpcNotification, Task> send, ProgressToken token, TimeProvider time)
    {
        _send = send;
        _token = token;
        _time = time;
        _timer = time.CreateTimer(_ => Due(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Report(ToolProgress value)
    {
        lock (_lock)
        {
            if (_isClosed || !double.IsFinite(value.Percent) || value.Percent <= _newest)
                return;
            _newest = value.Percent;
            var rest = _sentAt.Count < MostInWindow ? TimeSpan.Zero : Window - _time.GetElapsedTime(_sentAt.Peek());
            if (rest <= TimeSpan.Zero)
            {
                Send_NeedsLock(value);
                return;
            }

            if (_waiting is null)
                _timer.Change(rest, Timeout.InfiniteTimeSpan);
            _waiting = value;
        }
    }

    /// <summary>Sends what waits, and returns when everything has been handed to the transport.</summary>
    public async ValueTask DisposeAsync()
    {
        Task sending;
        lock (_lock)
        {
            _isClosed = true;
            if (_waiting is { } value)
                Send_NeedsLock(value);
            sending = _sending;
        }

        await _timer.DisposeAsync();
        await sending;
    }

    private void Due()
    {
        lock (_lock)
        {
            if (_waiting is { } value)
                Send_NeedsLock(value);
        }
    }

    private void Send_NeedsLock(ToolProgress value)
    {
        _waiting = null;
        if (_sentAt.Count == MostInWindow)
            _sentAt.Dequeue();
        _sentAt.Enqueue(_time.GetTimestamp());
        _sending = SendAfterAsync(_sending, ToNotification(value));
    }

    private async Task SendAfterAsync(Task before, JsonRpcNotification notification)
    {
        await before;
        try
        {
            await _send(notification);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The caller left; the call itself notices by its own token.
        }
    }

    private JsonRpcNotification ToNotification(ToolProgress value) => new()
    {
        Method = NotificationMethods.ProgressNotification,
        Params = new JsonObject
        {
            // Built by hand: the SDK's progress value is a float and would round.
            ["progressToken"] =
                _token.Token is long number ? JsonValue.Create(number) : JsonValue.Create(_token.ToString()),
            ["progress"] = JsonValue.Create(value.Percent),
            ["total"] = JsonValue.Create(100),
            ["message"] = JsonValue.Create(value.Message),
        },
    };
}
