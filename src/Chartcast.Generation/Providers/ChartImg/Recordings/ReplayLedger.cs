using Chartcast.Generation.Providers.ChartImg.Accounts;

namespace Chartcast.Generation.Providers.ChartImg.Recordings;

/// <summary>The book of calls that cost nothing, because recordings answer them.</summary>
/// <param name="time">The clock of days.</param>
public sealed class ReplayLedger(TimeProvider time) : IAccountLedger
{
    /// <inheritdoc/>
    public LedgerTicket Take(AccountLimits limits, TimeSpan longestWait) => new(LedgerAnswer.Go);

    /// <inheritdoc/>
    public LedgerTicket Redeem(AccountLimits limits) => new(LedgerAnswer.Go);

    /// <inheritdoc/>
    public void Exhaust()
    {
        // A recorded refusal is told as it was; the next recording may be another answer.
    }

    /// <inheritdoc/>
    public void Hold(TimeSpan wait)
    {
        // As above.
    }

    /// <inheritdoc/>
    public LedgerUsage Usage() =>
        new(0, false, new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero));

    /// <inheritdoc/>
    public LedgerStanding Look() => new(Usage(), AccountLimits.Unknown, null);

    /// <inheritdoc/>
    public AccountLimits Learned() => AccountLimits.Unknown;

    /// <inheritdoc/>
    public void Learn(AccountLimits limits)
    {
        // Learned limits belong to the account that was recorded.
    }

    /// <inheritdoc/>
    public string? LeastPlan() => null;

    /// <inheritdoc/>
    public void LearnLeastPlan(string plan)
    {
        // As above.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is open.
    }
}
