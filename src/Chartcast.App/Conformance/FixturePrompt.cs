using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>A prompt that the suite gets by name.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it is.</param>
/// <param name="messages">Its content, each from the user.</param>
/// <param name="arguments">Names of texts it needs.</param>
internal sealed class FixturePrompt(
    string name, string description, Func<PromptCall, IEnumerable<ContentBlock>> messages, params string[] arguments)
    : McpPrompt
{
    public override string Name => name;

    public override string Title => name;

    public override string Description => description;

    public override IReadOnlyList<PromptArgument> Arguments { get; } =
    [
        .. arguments.Select(argument => new PromptArgument
        {
            Name = argument, Description = $"The text {argument}.", Required = true,
        }),
    ];

    public override ValueTask<GetPromptResult> GetAsync(PromptCall call, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new GetPromptResult
        {
            Description = description,
            Messages = [.. messages(call).Select(content => new PromptMessage { Role = Role.User, Content = content })],
        });
}
