using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>Tells where a request stands.</summary>
public sealed class GetChartStatusTool(ChartEngine engine) : ChartTool(engine)
{
    /// <inheritdoc/>
    public override string Name => "get_chart_status";

    /// <inheritdoc/>
    public override string Title => "Get a chart's status";

    /// <inheritdoc/>
    public override IList<Icon> Icons => ToolIcons.Status;

    /// <inheritdoc/>
    public override string Description =>
        "Tells where a chart request stands (queued, started, completed, failed or cancelled), and its numbers and "
        + "link once it is completed, or why it failed. Charts outlive restarts of the server.";

    /// <inheritdoc/>
    public override JsonElement InputSchema => ToolSchemas.StatusArguments;

    /// <inheritdoc/>
    public override JsonElement? OutputSchema => ToolSchemas.Chart;

    /// <inheritdoc/>
    public override Access RequiredAccess => Access.Read;

    /// <inheritdoc/>
    public override ToolAnnotations Annotations { get; } = ToolSchemas.ReadOnly("Get a chart's status");

    /// <inheritdoc/>
    protected override async ValueTask<CallToolResult> WorkAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        string requestId = call.Arguments.GetProperty("requestId"u8).GetString() ?? "";
        ChartRecord record = await Engine.Requests.FindAsync(requestId, call.Caller.SeesOnly, cancellationToken)
            ?? throw new ChartException(
                ChartErrorCode.UnknownRequest,
                "No request has this id: get_recent_requests lists those that are kept.");
        return record.Status == ChartStatus.Completed
            ? ToolAnswers.Chart(record, new PictureDelivery(null, WithLink: true, []), Engine.Links)
            : ToolAnswers.Status(record, Engine.Links, TextOf(record));
    }

    private static string TextOf(ChartRecord record)
    {
        string what = $"{record.RequestId} ({record.Request.Symbol} {record.Request.Interval}) "
            + $"is {record.Status.WireName()}";
        return record.Error is { } error ? $"{what}. {ChartText.OneLine(error.Message)}" : what + ".";
    }
}
