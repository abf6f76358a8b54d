using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg.Accounts;

/// <summary>One key: what it may do, and the book of what it did.</summary>
/// <remarks>
/// What Chart-IMG itself said of the account counts more than what the configuration says, for a day; where neither
/// says anything about the rate, it is that of the smallest plan that explains what was drawn so far, so that no rate
/// limit is reached by guessing. Thread-safe.
/// </remarks>
public sealed class ChartImgAccount
{
    internal const string ExhaustedMessage =
        "Chart-IMG's daily limit for this key is used up until midnight UTC: "
        + "wait, use another key, or use provider local.";

    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly IAccountLedger _ledger;
    private readonly AccountLimits _configured;
    private readonly TimeProvider _time;
    private readonly Lock _lookGate = new();
    private volatile Known? _known;
    private Seen? _seen;

    /// <summary>Opens nothing.</summary>
    /// <param name="ledger">The book; disposed by whoever made it.</param>
    /// <param name="configured">What the configuration says of the account.</param>
    /// <param name="time">The clock of waits.</param>
    public ChartImgAccount(IAccountLedger ledger, AccountLimits configured, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(configured);
        ArgumentNullException.ThrowIfNull(time);
        _ledger = ledger;
        _configured = configured;
        _time = time;
    }

    /// <summary>What is known of the account; the rate is always set.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>.</exception>
    public AccountLimits Limits => Now().Limits;

    /// <summary>Where the plan or the limits come from: <c>configured</c>, <c>learned</c>, or <c>unknown</c>.</summary>
    public string LimitsSource => Now().Source;

    /// <summary>What was spent today.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>.</exception>
    public LedgerUsage Usage() => _ledger.Usage();

    /// <summary>How many calls are left today; null when the limit is not known.</summary>
    public int? Left(LedgerUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Left(usage, Limits);
    }

    /// <summary>How the account stands, for those who only look: writes nothing, and reads the book at most once a
    /// second.</summary>
    /// <returns>Null while the book cannot be read.</returns>
    public AccountStanding? Look()
    {
        lock (_lookGate)
        {
            if (_seen is { } seen && _time.GetElapsedTime(seen.At) < Remembered) return seen.Standing;
            AccountStanding? standing = null;
            try
            {
                LedgerStanding book = _ledger.Look();
                AccountLimits limits = Known.Of(book.Learned, _configured, book.LeastPlan, 0).Limits;
                standing = new AccountStanding(limits, book.Usage, Left(book.Usage, limits));
            }
            catch (ChartException)
            {
                // Whoever makes a call is told; a look has nobody to tell.
            }

            _seen = new Seen(standing, _time.GetTimestamp());
            return standing;
        }
    }

    /// <summary>Waits until a call may go out and counts it; gives the refusal when it may not soon enough.</summary>
    /// <param name="longestWait">How long the caller can wait.</param>
    /// <param name="onWait">Hears of each wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async ValueTask<ChartImgReply?> AdmitAsync(
        TimeSpan longestWait, Action<TimeSpan> onWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long began = _time.GetTimestamp();
        LedgerTicket ticket = _ledger.Take(Limits, longestWait);
        while (ticket.Answer == LedgerAnswer.Wait)
        {
            if (_time.GetElapsedTime(began) + ticket.Wait > longestWait) return TooBusy(ticket.Wait);
            onWait(ticket.Wait);
            await Task.Delay(ticket.Wait, _time, cancellationToken);
            ticket = _ledger.Redeem(Limits);
        }

        return ticket.Answer switch
        {
            LedgerAnswer.Exhausted => new ChartImgReply(null, Exhausted(ticket.Wait)),
            LedgerAnswer.TooBusy => TooBusy(ticket.Wait),
            _ => null,
        };
    }

    /// <summary>The error of a key that is used up; null when it may be used.</summary>
    internal ChartError? Check()
    {
        LedgerUsage usage = Usage();
        return Left(usage) == 0 ? Exhausted(usage.ResetsAt - _time.GetUtcNow()) : null;
    }

    /// <summary>Draws the conclusions of an answer: no calls until tomorrow, none for a while, other limits.</summary>
    /// <returns>The answer, with the time to come back.</returns>
    internal ChartImgReply Note(ChartImgReply reply)
    {
        if (reply.Learned is { } learned)
        {
            _ledger.Learn(learned);
            _known = null;
        }

        switch (reply.Error?.Code)
        {
            case ChartErrorCode.UpstreamQuotaExhausted:
                _ledger.Exhaust();
                return reply with
                {
                    Error = reply.Error with { RetryAfter = _ledger.Usage().ResetsAt - _time.GetUtcNow() },
                };
            case ChartErrorCode.UpstreamRateLimited:
                _ledger.Hold(reply.RetryAfter ?? ShortestHold);
                return reply;
            default:
                return reply;
        }
    }

    /// <summary>Notes that a picture was drawn, which may tell that the account is a larger one.</summary>
    internal void NoteDrawn(int widthPx, int heightPx, int parameters)
    {
        Known known = Now();
        if (known.Limits.Plan is not null) return;
        if (AccountPlans.SmallestFor(widthPx, heightPx, parameters) is not { } least
            || AccountPlans.All.ToList().IndexOf(least) <= AccountPlans.All.ToList().IndexOf(known.Least))
            return;
        _ledger.LearnLeastPlan(least.Plan!);
        _known = null;
    }

    private static ChartError Exhausted(TimeSpan wait) => new()
    {
        Code = ChartErrorCode.UpstreamQuotaExhausted,
        Message = ExhaustedMessage,
        RetryAfter = wait,
    };

    private static ChartImgReply TooBusy(TimeSpan wait) => new(null, new ChartError
    {
        Code = ChartErrorCode.UpstreamRateLimited,
        Message = $"Chart-IMG's rate for this key is used up by earlier calls: try again in "
            + $"{Math.Ceiling(wait.TotalSeconds)} s.",
        RetryAfter = wait,
    });

    private Known Now()
    {
        if (_known is { } known && _time.GetElapsedTime(known.At) < Remembered) return known;
        return _known = Known.Of(_ledger.Learned(), _configured, _ledger.LeastPlan(), _time.GetTimestamp());
    }

    private static int? Left(LedgerUsage usage, AccountLimits limits) =>
        usage.IsExhausted ? 0 : limits.PerDay is { } limit ? Math.Max(0, limit - usage.Today) : null;

    private sealed record Seen(AccountStanding? Standing, long At);

    private sealed record Known(AccountLimits Limits, AccountLimits Least, string Source, long At)
    {
        public static Known Of(AccountLimits learned, AccountLimits configured, string? leastPlan, long at)
        {
            AccountLimits least = (leastPlan is null ? null : AccountPlans.Find(leastPlan)) ?? AccountPlans.Smallest;
            var rate = new AccountLimits { PerSecond = least.PerSecond, Burst = least.Burst };
            string source = learned != AccountLimits.Unknown ? "learned"
                : configured != AccountLimits.Unknown ? "configured" : "unknown";
            return new Known(learned.Or(configured).Or(rate), least, source, at);
        }
    }
}
