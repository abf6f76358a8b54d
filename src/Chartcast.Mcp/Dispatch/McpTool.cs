using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chartcast.Mcp.Security;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Dispatch;

/// <summary>A tool as this server offers it, the same over every transport and revision.</summary>
/// <remarks>
/// Arguments are checked against <see cref="InputSchema"/> before <see cref="CallAsync"/> is called; a tool checks only
/// what a schema cannot say. Instances are shared by all callers and must be thread-safe.
/// </remarks>
public abstract class McpTool
{
    /// <summary>1–64 characters of <c>A-Z a-z 0-9 _ - .</c>, unique in its catalog.</summary>
    public abstract string Name { get; }

    /// <summary>The name for people.</summary>
    public abstract string Title { get; }

    /// <summary>What it does, for a model that has to choose.</summary>
    public abstract string Description { get; }

    /// <summary>JSON Schema 2020-12 of the arguments; its root is <c>type: object</c>.</summary>
    public abstract JsonElement InputSchema { get; }

    /// <summary>JSON Schema of <c>structuredContent</c>, root <c>type: object</c>; null when there is none.</summary>
    public virtual JsonElement? OutputSchema => null;

    /// <summary>What hosts may assume about its effects.</summary>
    public virtual ToolAnnotations? Annotations => null;

    /// <summary>
    /// What its callers need; <see cref="Access.Write"/> unless a tool says that it only looks at what is there.
    /// </summary>
    public virtual Access RequiredAccess => Access.Write;

    /// <summary>Pictures for hosts that show them; null when there are none.</summary>
    public virtual IList<Icon>? Icons => null;

    /// <summary>The tool's <c>_meta</c>, for example its view; null when there is none.</summary>
    public virtual JsonObject? Meta => null;

    /// <summary>
    /// Whether the tool wants calls whose arguments do not fit <see cref="InputSchema"/>, because it words their faults
    /// better, or asks the person for what is missing.
    /// </summary>
    public virtual bool AsksForArguments => false;

    /// <summary>Whether a call may go on as a task, for clients that know tasks.</summary>
    /// <param name="call">The call; its arguments fit the schema unless <see cref="AsksForArguments"/>.</param>
    public virtual TaskUse TaskUseOf(ToolCall call) => TaskUse.Never;

    /// <summary>Does the work.</summary>
    /// <param name="call">Checked arguments and who calls.</param>
    /// <param name="cancellationToken">Fires when the caller cancels or leaves; the work must stop soon.</param>
    /// <returns>The answer; failures a model can act on have <c>isError</c> set.</returns>
    /// <exception cref="ModelContextProtocol.McpProtocolException">The request itself is wrong.</exception>
    public abstract ValueTask<CallToolResult> CallAsync(ToolCall call, CancellationToken cancellationToken);

    /// <summary>Words the answer to a call whose arguments do not fit <see cref="InputSchema"/>.</summary>
    /// <param name="faults">Everything that is wrong, at least one.</param>
    /// <returns>A result with <c>isError</c> set that a model can act on.</returns>
    public virtual CallToolResult Refuse(IReadOnlyList<ArgumentFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var text = new StringBuilder($"The arguments of {Name} are not valid:");
        foreach (var fault in faults)
        {
            var field = fault.Field.Length == 0 ? "arguments" : fault.Field;
            text.Append(CultureInfo.InvariantCulture, $"\n- {field}: {fault.Message}");
        }

        return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = text.ToString() }] };
    }

    /// <summary>The tool's entry in <c>tools/list</c>.</summary>
    internal Tool ToProtocol() => new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        InputSchema = InputSchema,
        OutputSchema = OutputSchema,
        Annotations = Annotations,
        Icons = Icons,
        Meta = Meta?.DeepClone() as JsonObject,
    };
}
