using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Revisions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Chartcast.Mcp.Tasks;

/// <summary>
/// The Tasks extension: turns calls into tasks where the client declared it on the request, and answers
/// <c>tasks/get</c>, <c>tasks/update</c>, <c>tasks/cancel</c>. Revisions with sessions do not have it.
/// </summary>
internal sealed class TaskExtension(TaskTable table, RequestStateSeal seal, TimeProvider time)
{
    /// <summary>How often clients are told to ask.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Handlers of its methods.</summary>
    public IEnumerable<McpServerRequestHandler> Handlers =>
    [
        Handler(TaskMethods.Get, Describe),
        Handler(TaskMethods.Update, Update),
        Handler(TaskMethods.Cancel, Cancel),
    ];

    /// <summary>Whether the client knows tasks.</summary>
    public static bool IsDeclared(ClientCapabilities? client) =>
        client?.Extensions?.ContainsKey(TaskMethods.Extension) is true;

    /// <summary>The error of a request that needs a client that knows tasks.</summary>
    public static McpProtocolException Undeclared() => new MissingRequiredClientCapabilityException(
        new ClientCapabilities
        {
            Extensions = new Dictionary<string, object> { [TaskMethods.Extension] = new JsonObject() },
        },
        $"This needs the extension '{TaskMethods.Extension}' in the request's client capabilities.");

    /// <summary>Runs a call, as a task if it takes long enough.</summary>
    /// <param name="use">When it becomes one.</param>
    /// <param name="question">What its questions are about.</param>
    /// <param name="work">Does the work of one round.</param>
    /// <param name="requestEnds">Fires when the request is cancelled.</param>
    public async ValueTask<ResultOrAlternate<CallToolResult>> RunAsync(
        TaskUse use, SealedQuestion question, TaskWork work, CancellationToken requestEnds)
    {
        var task = table.Create(question.Subject);
        var run = new TaskRun(task, work, seal, question);
        var first = run.StartAsync();
        await using (requestEnds.Register(task.Cancel))
        {
            if (use.After > TimeSpan.Zero)
                await Task.WhenAny(first, Task.Delay(use.After, time, requestEnds));
            if ((use.After > TimeSpan.Zero && first.IsCompleted) || requestEnds.IsCancellationRequested)
                return await EndAsync(first, task);
            // No room for a task is no reason to lose the work; the answer just takes its time.
            if (!table.TryAdd(task))
                return await EndAsync(first, task);
        }

        run.Leave(first);
        var created = task.Describe(table.TimeToLive, PollInterval);
        return ResultOrAlternate<CallToolResult>.FromAlternate(
            new TaskCreated
            {
                ResultType = "task",
                TaskId = task.Id,
                Status = (string)created["status"]!,
                StatusMessage = (string?)created["statusMessage"],
                CreatedAt = (string)created["createdAt"]!,
                LastUpdatedAt = (string)created["lastUpdatedAt"]!,
                TtlMs = (long)created["ttlMs"]!,
                PollIntervalMs = (long)created["pollIntervalMs"]!,
            },
            TaskJson.Default.TaskCreated);
    }

    /// <summary>A task as notifications tell it; null when it is gone.</summary>
    public JsonObject? Describe(string taskId, string? subject) =>
        table.Find(taskId, subject)?.Describe(table.TimeToLive, PollInterval);

    private static async Task<CallToolResult> EndAsync(Task<CallToolResult> first, ServerTask task)
    {
        try
        {
            return await first;
        }
        finally
        {
            task.Dispose();
        }
    }

    private McpServerRequestHandler Handler(string method, Func<ServerTask, JsonElement, JsonObject> answer) => new()
    {
        Method = method,
        RoutingNameParameter = "taskId",
        Handler = (request, _) => ValueTask.FromResult<JsonNode?>(Answer(request, answer)),
    };

    private JsonObject Answer(JsonRpcRequest request, Func<ServerTask, JsonElement, JsonObject> answer)
    {
        if (!RevisionRules.IsModernDate(request.Context?.ProtocolVersion))
            throw new McpProtocolException(
                $"The method '{request.Method}' is not available in this revision.", McpErrorCode.MethodNotFound);
        if (!IsDeclared(request.Context?.ClientCapabilities))
            throw Undeclared();
        var origin = CallOrigin.Of(request);
        var id = IncomingMessage.TextOf(origin.Params, "taskId");
        var task = id is null ? null : table.Find(id, origin.Subject);
        if (task is null)
            throw new McpProtocolException(
                "params.taskId names no task of yours; it may have been kept long enough.", McpErrorCode.InvalidParams);
        var json = answer(task, origin.Params);
        json["resultType"] = "complete";
        return json;
    }

    private JsonObject Describe(ServerTask task, JsonElement parameters) =>
        task.Describe(table.TimeToLive, PollInterval);

    private static JsonObject Update(ServerTask task, JsonElement parameters)
    {
        if (!parameters.TryGetProperty("inputResponses"u8, out var responses)
            || responses.ValueKind != JsonValueKind.Object)
            throw new McpProtocolException("params.inputResponses must be an object.", McpErrorCode.InvalidParams);
        task.Answer(responses.EnumerateObject().Select(answer =>
            KeyValuePair.Create(answer.Name, new InputResponse { RawValue = answer.Value.Clone() })));
        return [];
    }

    private static JsonObject Cancel(ServerTask task, JsonElement parameters)
    {
        task.Cancel();
        return [];
    }
}
