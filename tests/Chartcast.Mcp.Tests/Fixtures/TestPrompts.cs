using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.Mcp.Tests.Fixtures;

/// <summary>Greets somebody.</summary>
internal sealed class GreetPrompt : McpPrompt
{
    public override string Name => "greet";
    public override string Title => "Greet";
    public override string Description => "Greets a person.";

    public override IReadOnlyList<PromptArgument> Arguments { get; } =
    [
        new PromptArgument { Name = "name", Description = "Who.", Required = true },
        new PromptArgument { Name = "tone", Description = "How.", Required = false },
    ];

    public override ValueTask<GetPromptResult> GetAsync(PromptCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new GetPromptResult
        {
            Messages =
            [
                new PromptMessage
                {
                    Role = Role.User,
                    Content = new TextContentBlock { Text = $"Greet {call.Text("name")}, {call.Text("tone") ?? "plainly"}." },
                },
            ],
        });
}

/// <summary>Knows 150 names, and two tones that depend on the name.</summary>
internal sealed class TestCompletions : ICompletionSource
{
    public ValueTask<IReadOnlyList<string>?> CompleteAsync(CompletionQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? values = query switch
        {
            { Prompt: "greet", Argument: "name" } =>
                [.. Enumerable.Range(0, 150).Select(number => $"n{number:000}").Where(name => name.StartsWith(query.Value))],
            { Prompt: "greet", Argument: "tone" } =>
                [query.Others.TryGetValue("name", out var name) ? $"warmly to {name}" : "warmly"],
            { Template: "note://{id}", Argument: "id" } => ["1", "2"],
            _ => null,
        };
        return ValueTask.FromResult(values);
    }
}
