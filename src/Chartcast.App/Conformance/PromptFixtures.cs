using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>The prompts that the suite gets, and proposals for their arguments.</summary>
/// <param name="own">The server's own proposals; null when it has none.</param>
internal sealed class PromptFixtures(ICompletionSource? own) : ICompletionSource
{
    private const string WithArguments = "test_prompt_with_arguments";

    private static readonly string[] Proposals = ["paris", "park", "party", "test", "testing"];

    public static IEnumerable<McpPrompt> Prompts { get; } =
    [
        new FixturePrompt("test_simple_prompt", "A text.", _ => [Text("This is a simple prompt for testing.")]),
        new FixturePrompt(WithArguments, "A text with two arguments.",
            call => [Text($"Prompt with arguments: arg1='{call.Text("arg1")}', arg2='{call.Text("arg2")}'")],
            "arg1", "arg2"),
        new FixturePrompt("test_prompt_with_embedded_resource", "A resource and a text.",
            call =>
            [
                ContentFixtures.Resource(
                    call.Text("resourceUri")!, "text/plain", "Embedded resource content for testing."),
                Text("Please process the embedded resource above."),
            ],
            "resourceUri"),
        new FixturePrompt("test_prompt_with_image", "A picture and a text.",
            _ => [ContentFixtures.Picture(), Text("Please analyze the image above.")]),
        new FixturePrompt("test_input_required_result_prompt", "A text that has to be asked for.",
            call => [Text($"Use this context: {ContextOf(call)}")]),
    ];

    public ValueTask<IReadOnlyList<string>?> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken)
    {
        if (query is not { Prompt: WithArguments, Argument: "arg1" or "arg2" })
        {
            return own?.CompleteAsync(query, cancellationToken)
                ?? ValueTask.FromResult<IReadOnlyList<string>?>(null);
        }

        return ValueTask.FromResult<IReadOnlyList<string>?>(
            [.. Proposals.Where(value => value.StartsWith(query.Value, StringComparison.OrdinalIgnoreCase))]);
    }

    private static string ContextOf(PromptCall call) =>
        RoundFixtures.Text(call.Dialogue, "user_context", "context")
        ?? throw call.Dialogue.Ask(new Dictionary<string, InputRequest>
        {
            ["user_context"] = Questions.Form(
                "What context should the prompt use?", """ "context":{"type":"string"} """, "context"),
        });

    private static TextContentBlock Text(string text) => new() { Text = text };
}
