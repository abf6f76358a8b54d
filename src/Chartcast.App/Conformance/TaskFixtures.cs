using System.Text.Json;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>Tools whose calls can or must go on as tasks (SEP-2663).</summary>
/// <param name="time">The clock of their work.</param>
internal sealed class TaskFixtures(TimeProvider time)
{
    // Long enough that the suite sees the task at work.
    private static readonly TimeSpan JobTime = TimeSpan.FromMilliseconds(200);

    private static readonly JsonElement GreetArguments = JsonElement.Parse("""
        {"type":"object","properties":{"name":{"type":"string"}},"required":["name"],"additionalProperties":false}
        """);

    private static readonly JsonElement ComputeArguments = JsonElement.Parse("""
        {"type":"object","properties":{"seconds":{"type":"number","minimum":0,"maximum":300},"label":{"type":"string"}},
         "required":["seconds"],"additionalProperties":false}
        """);

    private static readonly JsonElement DeleteArguments = JsonElement.Parse("""
        {"type":"object","properties":{"filename":{"type":"string"}},"required":["filename"],
         "additionalProperties":false}
        """);

    private static readonly InputRequest Confirm =
        Questions.Form("Really?", """ "confirm":{"type":"boolean"} """, "confirm");

    private static readonly InputRequest Name = Questions.Form("Which name?", """ "name":{"type":"string"} """, "name");

    public IEnumerable<McpTool> Tools =>
    [
        new FixtureTool("greet", "Greets, always at once.",
            (call, _) => ValueTask.FromResult(FixtureTool.Text($"Hello, {Argument(call, "name")}!")), GreetArguments),
        new FixtureTool("slow_compute", "Takes the seconds it is told to.", ComputeAsync, ComputeArguments,
            static _ => TaskUse.Allowed(TimeSpan.Zero)),
        new FixtureTool("failing_job", "Fails after a moment; a task only.", FailAsync,
            taskUse: static _ => TaskUse.Required),
        new FixtureTool("protocol_error_job", "Ends with a protocol error after a moment.", BreakAsync,
            taskUse: static _ => TaskUse.Allowed(TimeSpan.Zero)),
        new FixtureTool("confirm_delete", "Deletes nothing, after it has asked.",
            (call, _) => ValueTask.FromResult(Delete(call)), DeleteArguments,
            static _ => TaskUse.Allowed(TimeSpan.Zero)),
        new FixtureTool("multi_input", "Asks two things at once.",
            (call, _) => ValueTask.FromResult(AskTwice(call)), taskUse: static _ => TaskUse.Allowed(TimeSpan.Zero)),
        new FixtureTool("test_tool_with_task", "Asks for a name, then goes on as a task.", GreetLaterAsync,
            taskUse: static call => UserName(call) is null ? TaskUse.Never : TaskUse.Required),
    ];

    private async ValueTask<CallToolResult> ComputeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        double seconds = call.Arguments.GetProperty("seconds"u8).GetDouble();
        await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
        return FixtureTool.Text($"Computed {Argument(call, "label") ?? "nothing in particular"}.");
    }

    private async ValueTask<CallToolResult> FailAsync(ToolCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(JobTime, time, cancellationToken);
        return FixtureTool.Refusal("The job failed on purpose.");
    }

    private async ValueTask<CallToolResult> BreakAsync(ToolCall call, CancellationToken cancellationToken)
    {
        await Task.Delay(JobTime, time, cancellationToken);
        throw new McpProtocolException("The job broke on purpose.", McpErrorCode.InternalError);
    }

    private static CallToolResult Delete(ToolCall call)
    {
        if (!call.Dialogue.CanElicit) return FixtureTool.Refusal("The client has nobody to ask.");
        if (!call.Dialogue.TryGetAnswer("confirm", out _))
            throw call.Dialogue.Ask(new Dictionary<string, InputRequest> { ["confirm"] = Confirm });
        bool isConfirmed = call.Dialogue.TryGetForm("confirm", out JsonElement form)
            && form.TryGetProperty("confirm"u8, out JsonElement yes) && yes.ValueKind == JsonValueKind.True;
        return FixtureTool.Text($"{Argument(call, "filename")} {(isConfirmed ? "would be deleted" : "stays")}.");
    }

    private static CallToolResult AskTwice(ToolCall call)
    {
        if (!call.Dialogue.CanElicit) return FixtureTool.Refusal("The client has nobody to ask.");
        if (!call.Dialogue.TryGetAnswer("name", out _) || !call.Dialogue.TryGetAnswer("confirm", out _))
        {
            throw call.Dialogue.Ask(
                new Dictionary<string, InputRequest> { ["name"] = Name, ["confirm"] = Confirm });
        }

        return FixtureTool.Text($"{RoundFixtures.Text(call.Dialogue, "name", "name")} has answered everything.");
    }

    private async ValueTask<CallToolResult> GreetLaterAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (!call.Dialogue.CanElicit) return FixtureTool.Refusal("The client has nobody to ask.");
        if (UserName(call) is not { } name)
            throw call.Dialogue.Ask(new Dictionary<string, InputRequest> { ["user_name"] = Name });
        await Task.Delay(JobTime, time, cancellationToken);
        return FixtureTool.Text($"Hello, {name}, from a task.");
    }

    private static string? UserName(ToolCall call) => RoundFixtures.Text(call.Dialogue, "user_name", "name");

    private static string? Argument(ToolCall call, string name) =>
        call.Arguments.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
