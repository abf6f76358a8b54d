using System.Globalization;
using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.App.Engines;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Generation.Stores;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Lists what was asked for lately.</summary>
public sealed class GetRecentRequestsTool(ChartEngine engine) : ChartTool(engine)
{
    private const int DefaultLimit = 20;

    /// <inheritdoc/>
    public override string Name => "get_recent_requests";

    /// <inheritdoc/>
    public override string Title => "Get recent requests";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.List;

    /// <inheritdoc/>
    public override string Description =>
        "Lists chart requests newest first, with their status, links and errors; narrow it by symbol or status.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => ToolSchemas.RecentArguments;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.Recent;

    /// <inheritdoc/>
    public override Access RequiredAccess => Access.Read;

    /// <inheritdoc/>
    public override ToolAnnotations Annotations { get; } = ToolSchemas.ReadOnly("Get recent requests");

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        RecentFilter filter = FilterOf(call.Arguments, call.Caller.SeesOnly);
        IReadOnlyList<ChartRecord> records = await Engine.Requests.RecentAsync(filter, cancellationToken);
        IEnumerable<string> lines = records.Select(record =>
            $"{record.RequestId}: {record.Request.Symbol} {record.Request.Interval}, "
            + $"{record.Status.WireName()}{EndOf(record)}");
        string text = records.Count == 0 ? "No requests." : string.Join('\n', lines);
        return ToolAnswers.Of(text, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("count"u8, records.Count);
            json.WriteStartArray("requests"u8);
            foreach (ChartRecord record in records) ChartRecordJson.WriteSummary(json, record, Engine.Links);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static RecentFilter FilterOf(JsonElement arguments, string? owner)
    {
        int limit = arguments.TryGetProperty("limit"u8, out JsonElement asked) ? asked.GetInt32() : DefaultLimit;
        string? symbol = null;
        if (arguments.TryGetProperty("symbol"u8, out JsonElement text))
        {
            if (!Symbol.TryParse(text.GetString(), out Symbol parsed, out string? fault))
            {
                throw new ChartException(new ChartError
                {
                    Code = ChartErrorCode.InvalidArgument,
                    Message = $"symbol {fault}",
                    Faults = [new FieldFault("symbol", fault)],
                });
            }

            symbol = parsed.ToString();
        }

        ChartStatus? status = arguments.TryGetProperty("status"u8, out JsonElement word)
            ? Enum.GetValues<ChartStatus>().First(value => value.WireName() == word.GetString())
            : null;
        return new RecentFilter(limit, symbol, status, Owner: owner);
    }

    private static string EndOf(ChartRecord record)
    {
        if (record.Error is { } error) return $" ({ChartText.OneLine(error.Message)})";
        return record.ProcessingTimeMs is { } milliseconds
            ? string.Create(CultureInfo.InvariantCulture, $" in {milliseconds} ms")
            : "";
    }
}
