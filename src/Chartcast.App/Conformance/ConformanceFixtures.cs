using Chartcast.Mcp.Dispatch;

namespace Chartcast.App.Conformance;

/// <summary>What <c>@modelcontextprotocol/conformance</c> calls on a server under test. Offered only behind
/// <c>--conformance-fixtures</c>.</summary>
internal static class ConformanceFixtures
{
    /// <summary>A definition with the fixtures after the server's own.</summary>
    /// <param name="definition">What the server offers.</param>
    /// <param name="time">The clock of pauses between steps.</param>
    public static McpServerDefinition AddTo(McpServerDefinition definition, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ServerChanges changes = definition.Changes.And(ChangingLists.Tools | ChangingLists.Prompts);
        return definition with
        {
            Tools = new ToolCatalog(
            [
                .. definition.Tools.Tools,
                .. ContentFixtures.Tools,
                .. SchemaFixtures.Tools,
                .. new StepFixtures(time).Tools,
                .. QuestionFixtures.Tools,
                .. RoundFixtures.Tools,
                .. new TaskFixtures(time).Tools,
                .. new ChangeFixtures(changes).Tools,
            ]),
            Resources = new FixtureResources(definition.Resources),
            Prompts = [.. definition.Prompts, .. PromptFixtures.Prompts],
            Completions = new PromptFixtures(definition.Completions),
            Changes = changes,
        };
    }
}
