using Chartcast.App.Engines;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Tasks;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>What the tools that draw share: a request, its progress, and the picture in the answer.</summary>
public abstract class DrawingTool(ChartEngine engine) : ChartTool(engine)
{
    /// <inheritdoc/>
    public sealed override ToolAnnotations Annotations => new()
    {
        Title = Title,
        ReadOnlyHint = false,
        DestructiveHint = false,
        IdempotentHint = true,
        OpenWorldHint = true,
    };

    /// <inheritdoc/>
    protected sealed override bool ChecksArguments => true;

    /// <summary>Charts of a service take seconds; those of this engine are done long before.</summary>
    private static readonly TimeSpan TaskAfter = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public sealed override TaskUse TaskUseOf(ToolCall call) => TaskUse.Allowed(TaskAfter);

    /// <summary>Submits a request, tells its steps, and answers with picture and numbers, or at once when nobody
    /// waits.</summary>
    protected async ValueTask<CallToolResult> DrawAsync(
        ChartRequest request, ChartDelivery delivery, ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(call);
        Action<ChartEvent>? observer = call.Progress is { } progress ? step => Tell(progress, step) : null;
        if (!delivery.Wait)
        {
            ChartRecord queued = await Engine.Requests.SubmitAsync(
                request, CallerOf(call), observer, cancellationToken);
            return ToolAnswers.Status(queued, Engine.Links,
                $"{queued.RequestId} is queued. Ask get_chart_status with this requestId, "
                + "or listen to the event stream.");
        }

        ChartRecord record = await Engine.Requests.DrawAsync(request, CallerOf(call), observer, cancellationToken);
        if (record.Status != ChartStatus.Completed) return ToolErrors.Answer(record, Engine.Links);
        PictureDelivery picture = await PictureDelivery.DecideAsync(Engine, record, delivery, cancellationToken);
        foreach (string warning in (record.Report?.Warnings ?? []).Concat(picture.Warnings))
            await call.Log.WriteAsync(LoggingLevel.Warning, "chartcast", warning, cancellationToken);
        return ToolAnswers.Chart(record, picture, Engine.Links);
    }

    private static void Tell(IProgress<ToolProgress> progress, ChartEvent step) =>
        progress.Report(new ToolProgress(step.Draft.Percent, step.Draft.Message));
}
