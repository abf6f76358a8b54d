using System.Globalization;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Prompts;

/// <summary>Several symbols side by side.</summary>
internal sealed class CompareSymbolsPrompt : McpPrompt
{
    /// <inheritdoc/>
    public override string Name => "compare_symbols";

    /// <inheritdoc/>
    public override string Title => "Compare symbols";

    /// <inheritdoc/>
    public override string Description =>
        "Draws two or more symbols on one percent scale and says which leads, which lags, and when that changed.";

    /// <inheritdoc/>
    public override IReadOnlyList<PromptArgument> Arguments { get; } =
        [PromptWords.SymbolsArgument(isRequired: true), PromptWords.IntervalArgument];

    /// <inheritdoc/>
    public override ValueTask<GetPromptResult> GetAsync(PromptCall call, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> symbols = PromptWords.ReadSymbols(call);
        string interval = PromptWords.ReadInterval(call);
        if (symbols.Count < 2)
        {
            throw new McpProtocolException(string.Create(
                CultureInfo.InvariantCulture,
                $"params.arguments.{PromptWords.Symbols} has to name two symbols or more, not {symbols.Count}."),
                McpErrorCode.InvalidParams);
        }

        string others = string.Join(',', symbols.Skip(1));
        string arguments =
            $$"""{"symbol":{{symbols[0]}},"interval":"{{interval}}","compare":[{{others}}],"scale":"percent"}""";
        return ValueTask.FromResult(PromptWords.Message(Title, $$"""
            Compare {{string.Join(", ", symbols)}} at interval {{interval}}.

            1. Call generate_chart with {{arguments}}.
            2. Rank the symbols by the change over the time shown (structuredContent.compared and last), and say from
               when to when that is.
            3. Say whether they share their turns or went apart, and since which bar.
            4. Repeat every warning; say so if a symbol is made-up sample data, has gaps, or ends earlier than
               the others.
            """));
    }
}
