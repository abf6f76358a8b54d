using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Prompts;

/// <summary>One symbol, read closely.</summary>
internal sealed class AnalyzeChartPrompt : McpPrompt
{
    private static readonly string[] UsualIndicators = ["sma:50", "sma:200", "rsi", "macd"];

    /// <inheritdoc/>
    public override string Name => "analyze_chart";

    /// <inheritdoc/>
    public override string Title => "Analyse a chart";

    /// <inheritdoc/>
    public override string Description =>
        "Draws a symbol with indicators and reads trend, momentum, levels and volume from the numbers.";

    /// <inheritdoc/>
    public override IReadOnlyList<PromptArgument> Arguments { get; } =
    [
        PromptWords.SymbolArgument,
        PromptWords.IntervalArgument,
        new PromptArgument
        {
            Name = PromptWords.Indicators,
            Title = "Indicators",
            Description = "Indicators, separated by commas, such as sma:50, rsi, macd.",
            Required = false,
        },
    ];

    /// <inheritdoc/>
    public override ValueTask<GetPromptResult> GetAsync(PromptCall call, CancellationToken cancellationToken)
    {
        string symbol = PromptWords.ReadSymbol(call), interval = PromptWords.ReadInterval(call);
        string indicators = PromptWords.ReadIndicators(call, UsualIndicators);
        return ValueTask.FromResult(PromptWords.Message(Title, $$"""
            Analyse {{symbol}} at interval {{interval}}.

            1. Call generate_chart with {"symbol":{{symbol}},"interval":"{{interval}}","indicators":[{{indicators}}]}.
            2. Say where the data come from (source, delay, last bar, gaps) and repeat every warning; made-up sample
               data must be called that.
            3. From structuredContent, not from the picture: trend (price against its averages and their order),
               momentum (last values of the oscillators), where the last price stands in the range that is shown, and
               volume.
            4. Name the two or three price levels that matter, and which bars make them matter.
            5. Close with what would confirm this reading and what would refute it. No advice to buy or sell.
            """));
    }
}
