namespace Chartcast.Generation.Providers.ChartImg.Accounts;

/// <summary>How an account stands.</summary>
/// <param name="Limits">What is known of it; the rate is always set.</param>
/// <param name="Usage">What was spent today.</param>
/// <param name="Left">How many calls are left today; null when the limit is not known.</param>
public sealed record AccountStanding(AccountLimits Limits, LedgerUsage Usage, int? Left);
