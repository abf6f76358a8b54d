using Chartcast.Generation.Providers.ChartImg.Accounts;
using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>What the book says of one key, read in whatever transaction is open.</summary>
internal static class AccountReads
{
    private static readonly TimeSpan LearnedFor = TimeSpan.FromHours(24);

    /// <summary>From when on something learned still counts.</summary>
    /// <param name="nowMs">Milliseconds since 1970.</param>
    public static long LearnedSince(double nowMs) => (long)(nowMs - LearnedFor.TotalMilliseconds);

    /// <summary>What was spent today.</summary>
    public static LedgerUsage Usage(ChartImgRows rows, byte[] key, double nowMs)
    {
        KeyDay day = DayRows.Find(rows, key, nowMs);
        return new LedgerUsage(
            (int)Math.Min(int.MaxValue, day.Attempts), day.IsExhausted, DayRows.MidnightAfter(nowMs));
    }

    /// <summary>What answers told of the account lately.</summary>
    public static AccountLimits Learned(ChartImgRows rows, byte[] key, double nowMs) => rows.First(
        "SELECT plan, width, height, parameters FROM accounts WHERE key = $key AND learned_ms > $since",
        row =>
        {
            var exact = new AccountLimits
            {
                MaximumWidthPx = NumberOf(row, 1),
                MaximumHeightPx = NumberOf(row, 2),
                MaximumParameters = NumberOf(row, 3),
            };
            return row.IsDBNull(0) || AccountPlans.Find(row.GetString(0)) is not { } plan ? exact : exact.Or(plan);
        },
        ("$key", key), ("$since", LearnedSince(nowMs))) ?? AccountLimits.Unknown;

    /// <summary>The smallest plan that explains what was drawn; null when unknown.</summary>
    public static string? LeastPlan(ChartImgRows rows, byte[] key) => rows.First(
        "SELECT least_plan FROM accounts WHERE key = $key AND least_plan IS NOT NULL", row => row.GetString(0),
        ("$key", key));

    private static int? NumberOf(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetInt32(column);
}
