namespace Chartcast.Generation.Providers.ChartImg.Accounts;

/// <summary>The durable book of one key: what was spent today, when the next call may go out, what was learned of the
/// account.</summary>
/// <remarks>Shared by every process that uses the same book: a call that one process counts is seen by the others at
/// once. Safe for concurrent use. Every member may throw a <c>ChartException</c> with
/// <c>StorageUnavailable</c>.</remarks>
public interface IAccountLedger : IDisposable
{
    /// <summary>Takes the next free moment to call. When that is now, the call is counted before this returns; else
    /// the moment is kept for the caller, who waits and then calls <see cref="Redeem"/>.</summary>
    /// <param name="limits">The account's limits; the rate must be known.</param>
    /// <param name="longestWait">Beyond this nothing is kept or counted.</param>
    LedgerTicket Take(AccountLimits limits, TimeSpan longestWait);

    /// <summary>Counts a call whose moment has come.</summary>
    LedgerTicket Redeem(AccountLimits limits);

    /// <summary>Notes that Chart-IMG said the day's limit is reached.</summary>
    void Exhaust();

    /// <summary>Lets no call out for a while, by any process.</summary>
    void Hold(TimeSpan wait);

    /// <summary>What was spent today.</summary>
    LedgerUsage Usage();

    /// <summary>What the book says, for those who only look: writes nothing, makes nothing, and waits for no
    /// writer.</summary>
    LedgerStanding Look();

    /// <summary>What answers of the last 24 hours told of the account; <see cref="AccountLimits.Unknown"/> for
    /// nothing.</summary>
    AccountLimits Learned();

    /// <summary>Remembers what an answer told.</summary>
    void Learn(AccountLimits limits);

    /// <summary>The smallest plan that explains what Chart-IMG has drawn for this key; null when unknown.</summary>
    string? LeastPlan();

    /// <summary>Remembers that the account has at least a plan.</summary>
    void LearnLeastPlan(string plan);
}

/// <summary>What the book says to a call.</summary>
public enum LedgerAnswer
{
    /// <summary>It is counted and goes out now.</summary>
    Go,

    /// <summary>Its moment is kept: wait as long as the ticket says.</summary>
    Wait,

    /// <summary>The next free moment is too far away.</summary>
    TooBusy,

    /// <summary>The day's limit is used up.</summary>
    Exhausted,
}

/// <summary>An answer of the book.</summary>
/// <param name="Answer">What to do.</param>
/// <param name="Wait">How long until the moment, or until the next day.</param>
public readonly record struct LedgerTicket(LedgerAnswer Answer, TimeSpan Wait = default);

/// <summary>What was spent today.</summary>
/// <param name="Today">Attempts since midnight UTC, counted before they were made.</param>
/// <param name="IsExhausted">Whether Chart-IMG has said that the day's limit is reached.</param>
/// <param name="ResetsAt">The next midnight UTC. When Chart-IMG's own day ends is not documented.</param>
public sealed record LedgerUsage(int Today, bool IsExhausted, DateTimeOffset ResetsAt);

/// <summary>What the book says of a key.</summary>
/// <param name="Usage">What was spent today.</param>
/// <param name="Learned">What answers of the last 24 hours told.</param>
/// <param name="LeastPlan">The smallest plan that explains what was drawn; null when unknown.</param>
public sealed record LedgerStanding(LedgerUsage Usage, AccountLimits Learned, string? LeastPlan);
