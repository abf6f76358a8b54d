using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Requests;

/// <content>What happens at the start to requests that the last process left unfinished.</content>
public sealed partial class ChartRequestService
{
    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        int again = 0;
        int failed = 0;
        foreach (ChartRecord record in await _store.UnfinishedAsync(cancellationToken))
        {
            if (record.Status == ChartStatus.Started && MustNotRepeat(record) is { } error)
            {
                await FailAsync(record, error, cancellationToken);
                failed++;
                continue;
            }

            await QueueAgainAsync(record, cancellationToken);
            again++;
        }

        if (again + failed > 0) LogRecovered(again, failed);
    }

    private ChartError? MustNotRepeat(ChartRecord record)
    {
        if (record.ReachedProvider) return ChartJob.Interruption();
        if (record.Attempts < _options.MaximumAttempts) return null;
        return new ChartError
        {
            Code = ChartErrorCode.Interrupted,
            Message = $"The server stopped {record.Attempts} times while the chart was being made; "
                + "it is not begun again by itself.",
        };
    }

    private async Task FailAsync(ChartRecord record, ChartError error, CancellationToken cancellationToken)
    {
        DateTimeOffset now = RequestClock.Now(_time);
        ChartRecord ended = record with
        {
            Status = ChartStatus.Failed,
            FinishedAt = now,
            ProcessingTimeMs = Math.Max(0, (long)(now - record.CreatedAt).TotalMilliseconds),
            Error = error,
        };
        await _store.UpdateAsync(
            ended, RequestEvents.Final(ended, RequestEvents.StartedPercent), null, cancellationToken);
        _context.Instruments?.Interrupted();
    }

    private async Task QueueAgainAsync(ChartRecord record, CancellationToken cancellationToken)
    {
        if (record.Status == ChartStatus.Started)
        {
            record = record with { Status = ChartStatus.Queued, StartedAt = null };
            await _store.UpdateAsync(
                record, RequestEvents.Queued(record, RequestClock.Now(_time), isAgain: true), null, cancellationToken);
        }

        var job = new ChartJob(record, _context, isRecovered: true);
        Admit(job, RequestFingerprint.Of(record.Request), isRecovered: true);
        Activate(job);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Found unfinished requests: {Again} queued again, {Failed} failed as interrupted")]
    private partial void LogRecovered(int again, int failed);
}
