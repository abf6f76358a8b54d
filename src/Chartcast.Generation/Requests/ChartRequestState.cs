namespace Chartcast.Generation.Requests;

/// <summary>Where a request stands.</summary>
public enum ChartStatus
{
    /// <summary>Stored, waiting for a worker.</summary>
    Queued,

    /// <summary>A worker has it.</summary>
    Started,

    /// <summary>The picture is stored. Final.</summary>
    Completed,

    /// <summary>It ended with an error. Final.</summary>
    Failed,

    /// <summary>Somebody cancelled it. Final.</summary>
    Cancelled,
}

/// <summary>The only place that says which state may follow which.</summary>
public static class ChartRequestState
{
    /// <summary>Whether nothing follows.</summary>
    public static bool IsFinal(this ChartStatus status) =>
        status is ChartStatus.Completed or ChartStatus.Failed or ChartStatus.Cancelled;

    /// <summary>Whether a request may go from one state to another.</summary>
    public static bool MayBecome(this ChartStatus from, ChartStatus to) => from switch
    {
        ChartStatus.Queued => to is ChartStatus.Started or ChartStatus.Failed or ChartStatus.Cancelled,
        // Back to queued only at start-up, for work that never reached its provider.
        ChartStatus.Started => to is ChartStatus.Completed or ChartStatus.Failed or ChartStatus.Cancelled
            or ChartStatus.Queued,
        _ => false,
    };

    /// <summary>The name on the wire: <c>queued</c>, <c>started</c>, <c>completed</c>, <c>failed</c>,
    /// <c>cancelled</c>.</summary>
    public static string WireName(this ChartStatus status) => status switch
    {
        ChartStatus.Queued => "queued",
        ChartStatus.Started => "started",
        ChartStatus.Completed => "completed",
        ChartStatus.Failed => "failed",
        _ => "cancelled",
    };
}
