using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tasks;

/// <summary>Does one round of a call.</summary>
/// <param name="round">The round's task and, after the first one, its answers.</param>
/// <param name="cancellationToken">Fires when the task, or the request that is still waiting for it, is
/// cancelled.</param>
internal delegate ValueTask<CallToolResult> TaskWork(TaskRound round, CancellationToken cancellationToken);

/// <summary>One round of a call that may become a task.</summary>
/// <param name="Task">The task, found by clients or not.</param>
/// <param name="Answers">The answers to the round before; null in the first round.</param>
/// <param name="Memory">What the work remembered when it asked; undefined in the first round.</param>
/// <param name="HasLeft">Whether the request has been answered with the task.</param>
internal sealed record TaskRound(
    ServerTask Task,
    IReadOnlyDictionary<string, JsonElement>? Answers,
    JsonElement Memory,
    Func<bool> HasLeft);

/// <summary>The work behind a task, round by round.</summary>
internal sealed class TaskRun(ServerTask task, TaskWork work, RequestStateSeal seal, SealedQuestion question)
{
    private volatile bool _hasLeft;

    /// <summary>Does the first round.</summary>
    public async Task<CallToolResult> StartAsync()
    {
        // Off the caller's stack: a call that becomes a task at once must be answered before its work is done.
        await Task.Yield();
        return await work(new TaskRound(task, null, default, () => _hasLeft), task.Cancelled);
    }

    /// <summary>Goes on without the request.</summary>
    public void Leave(Task<CallToolResult> first)
    {
        _hasLeft = true;
        _ = FollowAsync(first);
    }

    private async Task FollowAsync(Task<CallToolResult> round)
    {
        while (true)
        {
            InputRequiredResult needed;
            try
            {
                task.Complete(await round);
                return;
            }
            catch (InputRequiredException exception)
            {
                needed = exception.Result;
            }
            catch (OperationCanceledException)
            {
                task.EndCancelled();
                return;
            }
            catch (McpProtocolException exception)
            {
                task.Fail(new JsonRpcErrorDetail { Code = (int)exception.ErrorCode, Message = exception.Message });
                return;
            }

            try
            {
                round = NextAsync(needed, await task.AskAsync(needed.InputRequests ?? Nothing));
            }
            catch (OperationCanceledException)
            {
                task.EndCancelled();
                return;
            }
        }
    }

    private static Dictionary<string, InputRequest> Nothing { get; } = [];

    private async Task<CallToolResult> NextAsync(
        InputRequiredResult needed, IReadOnlyDictionary<string, JsonElement> answers)
    {
        JsonElement memory = default;
        if (needed.RequestState is { } state)
            seal.TryOpen(question, state, out memory);
        return await work(new TaskRound(task, answers, memory, () => _hasLeft), task.Cancelled);
    }
}
