using Chartcast.Generation.Providers;

namespace Chartcast.Generation.Requests;

/// <summary>How a piece of work ended: with a product or with an error.</summary>
internal sealed record WorkOutcome(ChartProduct? Product, ChartError? Error);

/// <summary>What the requests that share a piece of work may see of it.</summary>
/// <param name="IsRunning">Whether a worker has taken it.</param>
/// <param name="CallsOutside">Whether it was handed to a provider that may charge for it.</param>
/// <param name="Step">The latest step, or null.</param>
/// <param name="Outcome">How it ended, or null.</param>
/// <param name="Provider">Who draws, or null before that is settled.</param>
internal readonly record struct WorkView(
    bool IsRunning, bool CallsOutside, ChartStep? Step, WorkOutcome? Outcome, string? Provider);

/// <summary>One chart in the making, shared by all unfinished requests that ask for the same one.</summary>
/// <remarks>Safe for concurrent use. Jobs are told of changes by <see cref="ChartJob.Nudge"/>, never inside the lock's
/// reach of other locks.</remarks>
#pragma warning disable CA1001 // The source has no timer: there is nothing to free, and it may be cancelled late.
internal sealed class SharedWork(string fingerprint, ChartRequest request) : IProgress<ChartStep>
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<ChartJob> _members = [];
    private ChartStep? _step;
    private WorkOutcome? _outcome;
    private bool _isRunning;
    private bool _callsOutside;
    private string? _provider;
    private bool _isAnnounced;
    private bool _isDeserted;
    private bool _isEnqueued;

    public string Fingerprint => fingerprint;

    public ChartRequest Request => request;

    /// <summary>Whether it is settled who draws; requests that join later begin at once.</summary>
    public bool IsAnnounced
    {
        get
        {
            lock (_gate) return _isAnnounced;
        }
    }

    /// <summary>Cancelled once nobody wants the chart any more.</summary>
    public CancellationToken Token => _cancellation.Token;

    public WorkView View
    {
        get
        {
            lock (_gate) return new WorkView(_isRunning, _callsOutside, _step, _outcome, _provider);
        }
    }

    /// <summary>Adds a request; false when the work is over or was given up.</summary>
    public bool TryJoin(ChartJob job)
    {
        lock (_gate)
        {
            if (_isDeserted || _outcome is not null) return false;
            _members.Add(job);
            return true;
        }
    }

    /// <summary>Whether the caller is the first to put this into the queue.</summary>
    public bool TryEnqueue() => !Interlocked.Exchange(ref _isEnqueued, true);

    /// <summary>Takes a request out.</summary>
    /// <param name="job">The request.</param>
    /// <param name="neverRan">Whether the work was given up before a worker took it.</param>
    /// <returns>True when that was the last one, so that the work is given up: call <see cref="Abort"/>.</returns>
    public bool Leave(ChartJob job, out bool neverRan)
    {
        lock (_gate)
        {
            neverRan = !_isRunning;
            if (!_members.Remove(job) || _members.Count > 0 || _outcome is not null || _isDeserted) return false;
            _isDeserted = true;
            return true;
        }
    }

    /// <summary>Cancels the provider's work.</summary>
    public void Abort() => _cancellation.Cancel();

    /// <summary>Marks the work as taken by a worker; false when it was given up before.</summary>
    public bool TryStart()
    {
        lock (_gate)
        {
            if (_isDeserted) return false;
            return _isRunning = true;
        }
    }

    /// <summary>Tells every request that drawing begins.</summary>
    /// <param name="callsOutside">Whether it may be charged for.</param>
    /// <param name="provider">Who draws.</param>
    public void Announce(bool callsOutside, string provider)
    {
        ChartJob[] members;
        lock (_gate)
        {
            _callsOutside = callsOutside;
            _provider = provider;
            _isAnnounced = true;
            members = [.. _members];
        }

        foreach (ChartJob job in members) job.Announce();
    }

    /// <summary>Waits until it is stored that drawing begins.</summary>
    /// <remarks>Work that may be charged for is only handed over when no restart of the process can repeat it; a loss
    /// of power can.</remarks>
    /// <exception cref="ChartException">It cannot be stored, or <see cref="ChartErrorCode.Cancelled"/>: nobody waits
    /// for the chart any more.</exception>
    public async Task StartStoredAsync()
    {
        ChartJob[] members;
        lock (_gate) members = [.. _members];
        foreach (ChartJob job in members)
        {
            // A member that has left is no reason to stop; one whose start cannot be stored is.
            await ((Task)job.StartStored).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!job.StartStored.IsFaulted) continue;
            await job.Stored;
            await job.StartStored;
        }

        lock (_gate)
        {
            if (_isDeserted)
                throw new ChartException(ChartErrorCode.Cancelled, "Nobody waits for the chart any more.");
        }
    }

    /// <inheritdoc/>
    public void Report(ChartStep value)
    {
        int percent = Math.Clamp(value.Percent, 1, 99);
        ChartJob[] members;
        lock (_gate)
        {
            if (_outcome is not null || (_step is { } last && percent <= last.Percent)) return;
            _step = new ChartStep(percent, OneLine.Clean(value.Message));
            members = [.. _members];
        }

        foreach (ChartJob job in members) job.Nudge();
    }

    /// <summary>Ends the work.</summary>
    public void Finish(WorkOutcome outcome)
    {
        ChartJob[] members;
        lock (_gate)
        {
            _outcome = outcome;
            members = [.. _members];
        }

        foreach (ChartJob job in members) job.Nudge();
    }
}
