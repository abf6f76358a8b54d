using System.Threading.Channels;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Stores;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Requests;

/// <summary>What every job needs.</summary>
internal sealed record JobContext(
    IChartStore Store, ChartRequestOptions Options, TimeProvider Time, ILogger Logger, RequestInstruments? Instruments);

/// <summary>
/// One unfinished request: follows the work it shares, and writes its own record and events on the way.
/// </summary>
/// <remarks>
/// Everything that happens to a request is decided in one loop, one change after the other: work begins, a step is
/// reached, the work ends, somebody cancels, the deadline passes, the server stops. Others only raise flags and nudge.
/// Writes are handed to the store in order; only the last one is waited for.
/// </remarks>
internal sealed class ChartJob
{
    private readonly JobContext _context;
    private readonly bool _isRecovered;
    private readonly long _born;
    private readonly TaskCompletionSource<ChartRecord> _finished =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _startStored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _nudges = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private volatile bool _isAnnounced;
    private volatile bool _isCancelled;
    private volatile bool _isOverdue;
    private volatile bool _isStopping;
    private volatile bool _isInterrupted;
    private volatile bool _hasUnsavedEnd;
    private ChartRecord _record;
    private Task? _startWrite;
    private int _lastPercent;
    private long? _lastProgressAt;

    public ChartJob(ChartRecord record, JobContext context, bool isRecovered)
    {
        _record = record;
        _context = context;
        _isRecovered = isRecovered;
        _born = context.Time.GetTimestamp();
    }

    private TimeSpan Deadline =>
        Record.Request.Layout is null ? _context.Options.Deadline : _context.Options.LayoutDeadline;

    /// <summary>The work it follows; set before <see cref="FollowAsync"/>.</summary>
    public SharedWork Work { get; set; } = null!;

    /// <summary>Ends when <c>queued</c> is stored; where that fails there is no request, and the job ends without a
    /// word. Set before <see cref="FollowAsync"/>.</summary>
    public Task Stored { get; set; } = Task.CompletedTask;

    /// <summary>The record as it stands.</summary>
    public ChartRecord Record => Volatile.Read(ref _record);

    /// <summary>Whether the end is known, but the store could not take it yet.</summary>
    public bool HasUnsavedEnd => _hasUnsavedEnd;

    /// <summary>The final record, or the unfinished one when the server stops first.</summary>
    public Task<ChartRecord> Finished => _finished.Task;

    /// <summary>Ends when <c>started</c> is stored, or fails when it cannot be.</summary>
    public Task StartStored => _startStored.Task;

    public void Nudge() => _nudges.Writer.TryWrite(true);

    /// <summary>The work begins.</summary>
    public void Announce()
    {
        _isAnnounced = true;
        Nudge();
    }

    public void Cancel()
    {
        _isCancelled = true;
        Nudge();
    }

    /// <summary>The server stops: what has not begun stays queued for the next start.</summary>
    public void StopUnlessRunning()
    {
        _isStopping = true;
        Nudge();
    }

    /// <summary>The server stops now, running or not.</summary>
    public void Interrupt()
    {
        _isInterrupted = true;
        StopUnlessRunning();
    }

    /// <summary>Follows the work to the request's end.</summary>
    /// <param name="stopping">Ends the wait for a store that cannot write.</param>
    public async Task FollowAsync(CancellationToken stopping)
    {
        TimeSpan left = Deadline - _context.Time.GetElapsedTime(_born);
        await using ITimer deadline = _context.Time.CreateTimer(
            static job => ((ChartJob)job!).Expire(), this, left > TimeSpan.Zero ? left : TimeSpan.Zero,
            Timeout.InfiniteTimeSpan);
        await using ITimer quiet = _context.Time.CreateTimer(
            static job => ((ChartJob)job!).Nudge(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Nudge();
        while (await _nudges.Reader.WaitToReadAsync(CancellationToken.None))
        {
            _nudges.Reader.TryRead(out _);
            if (Stored.IsCompleted && !Stored.IsCompletedSuccessfully) return;
            WorkView work = Work.View;
            // Work may have begun and even ended before this request, which joined it late, was told.
            if ((_isAnnounced || Work.IsAnnounced) && _startWrite is null)
                _startWrite = StoreStartAsync(work.CallsOutside);
            if (Decide(work) is { } end)
            {
                if (work.Outcome is not null) StoreStep(work.Step);
                await FinishAsync(end, work.Outcome?.Product, stopping);
                return;
            }

            if (IsLeftForNextStart(work)) return;
            StoreStepUnlessTooSoon(work.Step, quiet);
        }
    }

    /// <summary>Answers whoever waits for this job; called when it has left its work.</summary>
    public void Release()
    {
        _startStored.TrySetCanceled(CancellationToken.None);
        _finished.TrySetResult(Record);
    }

    private void Expire()
    {
        _isOverdue = true;
        Nudge();
    }

    private bool IsLeftForNextStart(WorkView work) => _isStopping && (_isInterrupted || !work.IsRunning);

    private ChartRecord? Decide(WorkView work)
    {
        if (work.Outcome is { Product: { } product }) return Completed(product);
        if (work.Outcome is { Error: { } error }) return Ended(ChartStatus.Failed, error);
        if (_isCancelled)
        {
            return Ended(ChartStatus.Cancelled, new ChartError
            {
                Code = ChartErrorCode.Cancelled,
                Message = "The request was cancelled.",
            });
        }

        if (_isOverdue) return Ended(ChartStatus.Failed, Overdue());
        return _isInterrupted && work is { IsRunning: true, CallsOutside: true }
            ? Ended(ChartStatus.Failed, Interruption())
            : null;
    }

    /// <summary>The error of a request that the server's stop cut short.</summary>
    public static ChartError Interruption() => new()
    {
        Code = ChartErrorCode.Interrupted,
        Message = "The server stopped while the chart was being made. It was not begun again, "
            + "because the provider may already have counted it; ask again.",
    };

    private ChartError Overdue() => new()
    {
        Code = ChartErrorCode.Timeout,
        Message = $"The chart was not ready within {Deadline.TotalSeconds:0.###} s; "
            + "try again, or ask for fewer bars.",
    };

    private ChartRecord Completed(ChartProduct product) => Ended(ChartStatus.Completed, null) with
    {
        Report = product.Report,
        Image = new ChartImageSummary(
            product.Image.Format, product.Image.WidthPx, product.Image.HeightPx, product.Image.Bytes.Length,
            product.Image.Sha256),
    };

    private ChartRecord Ended(ChartStatus status, ChartError? error)
    {
        DateTimeOffset now = RequestClock.Now(_context.Time);
        TimeSpan took = _isRecovered ? now - Record.CreatedAt : _context.Time.GetElapsedTime(_born);
        return Record with
        {
            Status = status,
            FinishedAt = now,
            ProcessingTimeMs = Math.Max(0, (long)took.TotalMilliseconds),
            Error = error,
        };
    }

    private async Task StoreStartAsync(bool reachesOutside)
    {
        DateTimeOffset now = RequestClock.Now(_context.Time);
        ChartRecord record = Record with
        {
            Status = ChartStatus.Started,
            StartedAt = now,
            ReachedProvider = reachesOutside,
            Attempts = Record.Attempts + 1,
        };
        Volatile.Write(ref _record, record);
        _lastPercent = RequestEvents.StartedPercent;
        try
        {
            await _context.Store.UpdateAsync(record, RequestEvents.Started(record, now), null, CancellationToken.None);
            _startStored.TrySetResult();
        }
        catch (Exception exception)
        {
            // Seen by whoever waits for the start, and by the end of this job; by nobody when the job was cancelled.
            _startStored.TrySetException(exception);
            _ = _startStored.Task.Exception;
        }
    }

    private void StoreStepUnlessTooSoon(ChartStep? step, ITimer quiet)
    {
        if (step is null || step.Value.Percent <= _lastPercent || _startWrite is null) return;
        if (_lastProgressAt is { } last)
        {
            TimeSpan left = _context.Options.ProgressInterval - _context.Time.GetElapsedTime(last);
            if (left > TimeSpan.Zero)
            {
                quiet.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        StoreStep(step);
    }

    private void StoreStep(ChartStep? step)
    {
        if (step is not { } told || told.Percent <= _lastPercent || _startWrite is null) return;
        _lastPercent = told.Percent;
        _lastProgressAt = _context.Time.GetTimestamp();
        DateTimeOffset now = RequestClock.Now(_context.Time);
        _ = AppendAsync(RequestEvents.Progress(Record, told.Percent, told.Message, now));
    }

    private async Task AppendAsync(Events.ChartEventDraft progress)
    {
        try
        {
            await _context.Store.AppendAsync(progress, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // A step that cannot be stored is not told; the end of the request says what is wrong.
            JobLog.StepLost(_context.Logger, progress.RequestId, exception);
        }
    }

    private async Task FinishAsync(ChartRecord end, ChartProduct? product, CancellationToken stopping)
    {
        try
        {
            await StoreEndAsync(end, product);
            Volatile.Write(ref _record, end);
            Count(end);
        }
        catch (Exception exception)
        {
            await Stored.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!Stored.IsCompletedSuccessfully) return;
            ChartRecord failed = end with
            {
                Status = ChartStatus.Failed,
                Report = null,
                Image = null,
                Error = Incidents.ErrorOf(exception, end.RequestId, _context.Logger),
            };
            _hasUnsavedEnd = true;
            Volatile.Write(ref _record, failed);
            Count(failed);
            _finished.TrySetResult(failed);
            await SaveEndAsync(failed, stopping);
        }
    }

    /// <summary>Stores the end behind the start, without waiting for the start first.</summary>
    private async Task StoreEndAsync(ChartRecord end, ChartProduct? product)
    {
        try
        {
            await _context.Store.UpdateAsync(
                end, RequestEvents.Final(end, _lastPercent), end.Status == ChartStatus.Completed ? product : null,
                CancellationToken.None);
        }
        catch (Exception) when (_startWrite is not null)
        {
            // Where the start could not be stored the end cannot be either, and the first reason is the true one.
            await _startWrite;
            if (StartStored.IsFaulted) await StartStored;
            throw;
        }
    }

    private void Count(ChartRecord end) =>
        _context.Instruments?.Ended(end, Work.View.Provider, _context.Time.GetElapsedTime(_born));

    /// <summary>Tries until the store takes the end; after a stop the next start finds the request
    /// unfinished.</summary>
    private async Task SaveEndAsync(ChartRecord failed, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await _context.Store.UpdateAsync(
                    failed, RequestEvents.Final(failed, _lastPercent), null, CancellationToken.None);
                return;
            }
            catch (ChartException)
            {
                await Task.Delay(_context.Options.StoreRetryInterval, _context.Time, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception exception)
            {
                Incidents.ErrorOf(exception, failed.RequestId, _context.Logger);
                return;
            }
        }
    }
}
