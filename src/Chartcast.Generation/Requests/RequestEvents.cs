using Chartcast.Generation.Events;

namespace Chartcast.Generation.Requests;

/// <summary>The words and numbers of every event of a request.</summary>
internal static class RequestEvents
{
    /// <summary>The percent of the <c>started</c> event; steps of providers rise above it.</summary>
    public const int StartedPercent = 1;

    public static ChartEventDraft Queued(ChartRecord record, DateTimeOffset now, bool isAgain = false) =>
        Draft(record, ChartEventKind.Queued, 0, now) with
        {
            Message = isAgain
                ? $"Chart generation queued again for {record.Request.Symbol} after a restart"
                : $"Chart generation queued for {record.Request.Symbol}",
        };

    public static ChartEventDraft Started(ChartRecord record, DateTimeOffset now) =>
        Draft(record, ChartEventKind.Started, StartedPercent, now) with
        {
            Message = $"Chart generation started for {record.Request.Symbol}",
        };

    public static ChartEventDraft Progress(ChartRecord record, int percent, string message, DateTimeOffset now) =>
        Draft(record, ChartEventKind.Progress, percent, now) with { Message = message };

    /// <summary>The event of a record that has just become final.</summary>
    public static ChartEventDraft Final(ChartRecord record, int lastPercent)
    {
        DateTimeOffset now = record.FinishedAt ?? record.CreatedAt;
        ChartEventDraft draft = record.Status switch
        {
            ChartStatus.Completed => Draft(record, ChartEventKind.Completed, 100, now) with
            {
                Message = $"Chart generation completed for {record.Request.Symbol}",
            },
            ChartStatus.Cancelled => Draft(record, ChartEventKind.Cancelled, lastPercent, now) with
            {
                Message = $"Chart generation cancelled for {record.Request.Symbol}",
            },
            _ => Draft(record, ChartEventKind.Failed, lastPercent, now) with
            {
                Message = $"Chart generation failed for {record.Request.Symbol}: {record.Error?.Message}",
                Error = record.Error,
            },
        };
        return draft with { ProcessingTimeMs = record.ProcessingTimeMs };
    }

    private static ChartEventDraft Draft(
        ChartRecord record, ChartEventKind kind, int percent, DateTimeOffset now) => new()
    {
        RequestId = record.RequestId,
        ClientId = record.Caller.ClientId,
        Owner = record.Caller.Owner,
        Symbol = record.Request.Symbol.ToString(),
        Interval = record.Request.Interval.ToString(),
        Kind = kind,
        Percent = percent,
        Message = "",
        Timestamp = now,
    };
}
