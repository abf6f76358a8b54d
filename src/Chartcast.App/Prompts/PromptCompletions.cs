using Chartcast.App.Engines;
using Chartcast.App.Options;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Indicators.Bars;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.App.Prompts;

/// <summary>Proposes symbols, intervals, indicators and request ids while somebody types.</summary>
internal sealed class PromptCompletions(ChartEngine engine, IReadOnlyList<McpPrompt> prompts) : ICompletionSource
{
    private const int ListedRequests = 100;

    private static readonly Lazy<string[]> IndicatorNames = new(static () =>
    [
        .. OptionTopics.All.Single(static topic => topic.Name == "indicators").Entries
            // The short name a person types, where there is one.
            .Select(static entry => entry.Names.Count > 1 ? entry.Names[1] : entry.Names[0])
            .Order(StringComparer.OrdinalIgnoreCase),
    ]);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>?> CompleteAsync(
        CompletionQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Template is { } template)
        {
            return template.StartsWith(PictureLinks.ResourceScheme, StringComparison.Ordinal)
                && query.Argument == "requestId"
                    ? await RequestIdsAsync(query, cancellationToken)
                    : null;
        }

        bool isKnown = prompts.Any(prompt => prompt.Name == query.Prompt
            && prompt.Arguments.Any(argument => argument.Name == query.Argument));
        if (!isKnown) return null;
        return query.Argument switch
        {
            PromptWords.Symbol => await SymbolsAsync(query.Value, cancellationToken),
            PromptWords.Symbols => await InListAsync(query.Value, last => SymbolsAsync(last, cancellationToken)),
            PromptWords.Interval => Matching(BarInterval.AllNames, query.Value),
            PromptWords.Intervals => await InListAsync(query.Value, Intervals),
            PromptWords.Indicators => await InListAsync(query.Value, Indicators),
            _ => [],
        };
    }

    private static ValueTask<IReadOnlyList<string>> Intervals(string typed) =>
        ValueTask.FromResult(Matching(BarInterval.AllNames, typed));

    private static ValueTask<IReadOnlyList<string>> Indicators(string typed) =>
        ValueTask.FromResult(Matching(IndicatorNames.Value, typed));

    /// <summary>Values for the last entry of a list, with what stands before it.</summary>
    private static async ValueTask<IReadOnlyList<string>> InListAsync(
        string typed, Func<string, ValueTask<IReadOnlyList<string>>> complete)
    {
        int comma = typed.LastIndexOf(',');
        string before = comma < 0 ? "" : typed[..(comma + 1)] + " ";
        IReadOnlyList<string> values = await complete(typed[(comma + 1)..].Trim());
        return before.Length == 0 ? values : [.. values.Select(value => before + value)];
    }

    /// <summary>Symbols that begin with the text, then those whose part after the colon does, then those that contain
    /// it.</summary>
    private async ValueTask<IReadOnlyList<string>> SymbolsAsync(string typed, CancellationToken cancellationToken)
    {
        IReadOnlyList<SymbolListing> found = await engine.Feeds.ListAsync(typed, null, null, cancellationToken);
        return
        [
            .. found.Select(static listing => listing.Symbol)
                .OrderBy(symbol => Rank(symbol, typed)).ThenBy(static symbol => symbol, StringComparer.Ordinal),
        ];
    }

    private static int Rank(string symbol, string typed)
    {
        if (symbol.StartsWith(typed, StringComparison.OrdinalIgnoreCase)) return 0;
        int colon = symbol.IndexOf(':', StringComparison.Ordinal);
        return symbol.AsSpan(colon + 1).StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1 : 2;
    }

    private async ValueTask<IReadOnlyList<string>> RequestIdsAsync(
        CompletionQuery query, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChartRecord> records = await engine.Requests.RecentAsync(
            new RecentFilter(ListedRequests, Status: ChartStatus.Completed, Owner: query.Caller.SeesOnly),
            cancellationToken);
        return [.. records.Select(static record => record.RequestId)
            .Where(id => id.StartsWith(query.Value, StringComparison.Ordinal))];
    }

    private static IReadOnlyList<string> Matching(IEnumerable<string> names, string typed)
    {
        string[] all = [.. names];
        return
        [
            .. all.Where(name => name.StartsWith(typed, StringComparison.Ordinal)),
            .. all.Where(name => !name.StartsWith(typed, StringComparison.Ordinal)
                && name.Contains(typed, StringComparison.OrdinalIgnoreCase)),
        ];
    }
}
