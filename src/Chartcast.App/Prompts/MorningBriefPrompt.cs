using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Prompts;

/// <summary>What has moved since yesterday.</summary>
internal sealed class MorningBriefPrompt : McpPrompt
{
    /// <inheritdoc/>
    public override string Name => "morning_brief";

    /// <inheritdoc/>
    public override string Title => "Morning brief";

    /// <inheritdoc/>
    public override string Description =>
        "A short report on a list of symbols: what moved, what stands at a level, what to look at today.";

    /// <inheritdoc/>
    public override IReadOnlyList<PromptArgument> Arguments { get; } = [PromptWords.SymbolsArgument(isRequired: false)];

    /// <inheritdoc/>
    public override ValueTask<GetPromptResult> GetAsync(PromptCall call, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> symbols = PromptWords.ReadSymbols(call);
        string first = symbols.Count > 0
            ? $"The symbols are {string.Join(", ", symbols)}."
            : "Call get_available_symbols and take up to six symbols that are no sample data; if there are none, say "
                + "so and stop.";
        return ValueTask.FromResult(PromptWords.Message(Title, $$"""
            Write a morning brief.

            1. {{first}}
            2. Call generate_chart_sheet with one {"symbol":…,"interval":"1D"} for each of them and
               "indicators":["sma:20","sma:50","rsi"].
            3. For each symbol one line: last price, change in percent, side of its averages, RSI. Sort by the size of
               the change. Symbols without data are named with their reason.
            4. Then at most three sentences: what stands out, and what to look at today.
            5. Say from when the newest bar is; data that are late or made up are called that.
            """));
    }
}
