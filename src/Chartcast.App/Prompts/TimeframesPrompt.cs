using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Prompts;

/// <summary>One symbol at several intervals.</summary>
internal sealed class TimeframesPrompt : McpPrompt
{
    private static readonly string[] UsualIntervals = ["1W", "1D", "4h"];

    /// <inheritdoc/>
    public override string Name => "analyze_timeframes";

    /// <inheritdoc/>
    public override string Title => "Analyse several timeframes";

    /// <inheritdoc/>
    public override string Description =>
        "Draws one symbol at several intervals in one sheet and says where they agree and where they do not.";

    /// <inheritdoc/>
    public override IReadOnlyList<PromptArgument> Arguments { get; } =
    [
        PromptWords.SymbolArgument,
        new PromptArgument
        {
            Name = PromptWords.Intervals,
            Title = "Intervals",
            Description = "Intervals from long to short, separated by commas, such as 1W, 1D, 4h.",
            Required = false,
        },
    ];

    /// <inheritdoc/>
    public override ValueTask<GetPromptResult> GetAsync(PromptCall call, CancellationToken cancellationToken)
    {
        string symbol = PromptWords.ReadSymbol(call);
        IReadOnlyList<string> intervals = PromptWords.ReadIntervals(call, UsualIntervals);
        string charts = string.Join(',', intervals.Select(
            interval => $$"""{"symbol":{{symbol}},"interval":"{{interval}}"}"""));
        return ValueTask.FromResult(PromptWords.Message(Title, $$"""
            Analyse {{symbol}} from the long to the short term: {{string.Join(", ", intervals)}}.

            1. Call generate_chart_sheet with {"charts":[{{charts}}],"indicators":["sma:20","sma:50","rsi"]}.
            2. A chart of the sheet that says why it is missing is reported as missing, not replaced.
            3. For each interval, from the numbers: direction, momentum, nearest levels.
            4. Say where the intervals agree, where they contradict each other, and which one decides for a day, a week,
               a month. Repeat every warning. No advice to buy or sell.
            """));
    }
}
