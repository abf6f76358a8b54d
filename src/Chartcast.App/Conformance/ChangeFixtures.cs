using Chartcast.Mcp.Dispatch;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>Tools that make others hear of something, or are refused.</summary>
/// <param name="changes">Where changes are said.</param>
internal sealed class ChangeFixtures(ServerChanges changes)
{
    public IEnumerable<McpTool> Tools =>
    [
        new FixtureTool("test_trigger_tool_change", "Says that the list of tools changed.",
            (_, _) => ValueTask.FromResult(Tell(ChangingLists.Tools))),
        new FixtureTool("test_trigger_prompt_change", "Says that the list of prompts changed.",
            (_, _) => ValueTask.FromResult(Tell(ChangingLists.Prompts))),
        new FixtureTool("test_missing_capability", "Is for clients with a model.", (call, _) => call.Dialogue.CanSample
            ? ValueTask.FromResult(FixtureTool.Text("The client has a model."))
            : throw new MissingRequiredClientCapabilityException(
                new ClientCapabilities { Sampling = new SamplingCapability() }, "This needs a client with sampling.")),
    ];

    private CallToolResult Tell(ChangingLists list)
    {
        changes.ListChanged(list);
        return FixtureTool.Text("Whoever listens hears of it.");
    }
}
