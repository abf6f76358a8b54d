using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tasks;

/// <summary>Where a task stands.</summary>
internal enum ServerTaskStatus
{
    /// <summary>It runs.</summary>
    Working,

    /// <summary>It waits for answers.</summary>
    InputRequired,

    /// <summary>It has a result, perhaps one with <c>isError</c>.</summary>
    Completed,

    /// <summary>It ended with a protocol error.</summary>
    Failed,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}

/// <summary>A call that outlives its request. Thread-safe.</summary>
internal sealed class ServerTask : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Action<string> _changed;
    private readonly CancellationTokenSource _cancel = new();
    private readonly HashSet<string> _usedKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenQuestion> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _answers = new(StringComparer.Ordinal);
    private TaskCompletionSource? _answered;
    private ServerTaskStatus _status;
    private string? _message;
    private DateTimeOffset _updatedAt;
    private JsonNode? _result;
    private JsonRpcErrorDetail? _error;

    /// <param name="subject">Whose it is, as authenticated.</param>
    /// <param name="time">The clock.</param>
    /// <param name="changed">Called with the id after every change of the status.</param>
    public ServerTask(string? subject, TimeProvider time, Action<string> changed)
    {
        Subject = subject;
        _time = time;
        _changed = changed;
        CreatedAt = _updatedAt = time.GetUtcNow();
    }

    /// <summary>256 random bits in hexadecimal.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public string? Subject { get; }

    public DateTimeOffset CreatedAt { get; }

    /// <summary>Fires when the task is cancelled.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    public bool IsFinal
    {
        get
        {
            lock (_lock)
            {
                return _status is not (ServerTaskStatus.Working or ServerTaskStatus.InputRequired);
            }
        }
    }

    /// <summary>Asks the work to stop; the status follows when it has. Does nothing once it ended.</summary>
    public void Cancel()
    {
        try
        {
            _cancel.Cancel();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        lock (_lock)
        {
            _answered?.TrySetCanceled(_cancel.Token);
        }
    }

    /// <summary>Says what the work is doing.</summary>
    public void Tell(string message)
    {
        lock (_lock)
        {
            if (_status != ServerTaskStatus.Working || _message == message)
                return;
            _message = message;
            _updatedAt = _time.GetUtcNow();
        }

        _changed(Id);
    }

    /// <summary>Ends it with a result.</summary>
    public void Complete(CallToolResult result)
    {
        var typeInfo =
            (JsonTypeInfo<CallToolResult>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(CallToolResult));
        var json = JsonSerializer.SerializeToNode(result, typeInfo);
        End(ServerTaskStatus.Completed, () => _result = json);
    }

    /// <summary>Ends it with a protocol error.</summary>
    public void Fail(JsonRpcErrorDetail error) => End(ServerTaskStatus.Failed, () => _error = error);

    /// <summary>Ends it as cancelled.</summary>
    public void EndCancelled() => End(ServerTaskStatus.Cancelled, static () => { });

    /// <summary>Waits until all of these questions are answered.</summary>
    /// <param name="questions">Requests by the key the tool gave them.</param>
    /// <returns>The answers by the same keys.</returns>
    public async Task<IReadOnlyDictionary<string, JsonElement>> AskAsync(
        IDictionary<string, InputRequest> questions)
    {
        Task answered;
        lock (_lock)
        {
            _answers.Clear();
            foreach (var (key, request) in questions)
                _open.Add(UnusedKey_NeedsLock(key), new OpenQuestion(key, request));
            _answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_cancel.IsCancellationRequested)
                _answered.TrySetCanceled(_cancel.Token);
            answered = _answered.Task;
            Move_NeedsLock(ServerTaskStatus.InputRequired);
        }

        _changed(Id);
        await answered;
        lock (_lock)
        {
            return new Dictionary<string, JsonElement>(_answers, StringComparer.Ordinal);
        }
    }

    /// <summary>Takes answers; unknown keys and those of answered questions are ignored.</summary>
    public void Answer(IEnumerable<KeyValuePair<string, InputResponse>> responses)
    {
        lock (_lock)
        {
            var isNews = false;
            foreach (var (key, response) in responses)
            {
                if (!_open.Remove(key, out var question))
                    continue;
                _answers[question.Key] = response.RawValue;
                isNews = true;
            }

            if (!isNews)
                return;
            if (_open.Count == 0)
            {
                Move_NeedsLock(ServerTaskStatus.Working);
                _answered?.TrySetResult();
            }
        }

        _changed(Id);
    }

    /// <summary>The task as <c>tasks/get</c> and notifications tell it, without <c>resultType</c>.</summary>
    /// <param name="timeToLive">How long it is kept from its creation.</param>
    /// <param name="pollInterval">How often to ask at most.</param>
    public JsonObject Describe(TimeSpan timeToLive, TimeSpan pollInterval)
    {
        lock (_lock)
        {
            var json = new JsonObject
            {
                ["taskId"] = Id,
                ["status"] = WireName(_status),
                ["createdAt"] = Timestamp(CreatedAt),
                ["lastUpdatedAt"] = Timestamp(_updatedAt),
                ["ttlMs"] = (long)timeToLive.TotalMilliseconds,
                ["pollIntervalMs"] = (long)pollInterval.TotalMilliseconds,
            };
            if (_message is { } message)
                json["statusMessage"] = message;
            if (_status == ServerTaskStatus.InputRequired)
                json["inputRequests"] = Questions_NeedsLock();
            if (_result is { } result)
                json["result"] = result.DeepClone();
            if (_error is { } error)
                json["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
            return json;
        }
    }

    /// <summary>Lets go of a task whose work has ended.</summary>
    public void Dispose() => _cancel.Dispose();

    public static string WireName(ServerTaskStatus status) => status switch
    {
        ServerTaskStatus.Working => "working",
        ServerTaskStatus.InputRequired => "input_required",
        ServerTaskStatus.Completed => "completed",
        ServerTaskStatus.Failed => "failed",
        _ => "cancelled",
    };

    /// <summary>A time as the extension writes it: ISO 8601 with milliseconds, UTC.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private JsonObject Questions_NeedsLock()
    {
        var typeInfo = (JsonTypeInfo<InputRequest>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(InputRequest));
        var json = new JsonObject();
        foreach (var (key, question) in _open)
            json[key] = JsonSerializer.SerializeToNode(question.Request, typeInfo);
        return json;
    }

    private void End(ServerTaskStatus status, Action keep)
    {
        lock (_lock)
        {
            if (_status is not (ServerTaskStatus.Working or ServerTaskStatus.InputRequired))
                return;
            keep();
            _open.Clear();
            Move_NeedsLock(status);
        }

        _changed(Id);
    }

    private void Move_NeedsLock(ServerTaskStatus status)
    {
        _status = status;
        _updatedAt = _time.GetUtcNow();
    }

    // A key names one question for the whole life of a task.
    private string UnusedKey_NeedsLock(string key)
    {
        var unused = key;
        for (var round = 2; !_usedKeys.Add(unused); round++)
            unused = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}-{round}");
        return unused;
    }

    private readonly record struct OpenQuestion(string Key, InputRequest Request);
}
