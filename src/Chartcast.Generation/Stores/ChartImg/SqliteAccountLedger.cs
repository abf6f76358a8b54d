using System.Security.Cryptography;
using System.Text;
using Chartcast.Generation.Providers.ChartImg.Accounts;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>The book of one key in the file that all processes share.</summary>
/// <remarks>
/// Calls are spaced by the virtual scheduling algorithm (GCRA, ITU-T I.371): one moment is kept instead of a number of
/// tokens, and a caller who has to wait gets a place of its own, so that nobody is overtaken. One call fewer than the
/// account's burst goes out at once: calls arrive at other distances than they are sent at.
/// </remarks>
public sealed class SqliteAccountLedger : IAccountLedger
{
    /// <summary>The file's name in the state directory.</summary>
    public const string FileName = "chart-img.db";

    private const int KeyBytes = 16;
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    private readonly ChartImgDatabase _database;
    private readonly string _apiKey;
    private readonly TimeProvider _time;
    private byte[]? _salt;
    private byte[]? _key;

    /// <summary>Makes a ledger that is not open; the first use opens it.</summary>
    /// <param name="directory">The state directory; made when it is missing.</param>
    /// <param name="apiKey">The key; only its salted hash is written.</param>
    /// <param name="time">The clock of days and rates.</param>
    public SqliteAccountLedger(string directory, string apiKey, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(apiKey);
        ArgumentNullException.ThrowIfNull(time);
        _database = new ChartImgDatabase(Path.Combine(directory, FileName), BusyTimeout);
        _apiKey = apiKey;
        _time = time;
    }

    private double NowMs => (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;

    /// <inheritdoc/>
    public LedgerTicket Take(AccountLimits limits, TimeSpan longestWait)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Write(rows =>
        {
            double now = NowMs;
            if (IsSpent(rows, limits, now)) return Exhausted(now);
            Rate rate = RateOf(rows, now);
            (double at, double next) = rate.Place(now, limits);
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, at - now)));
            if (wait > longestWait) return new LedgerTicket(LedgerAnswer.TooBusy, wait);
            rows.Run(
                "INSERT INTO rates VALUES ($key, $next, 0) ON CONFLICT (key) DO UPDATE SET next_ms = $next",
                ("$key", _key), ("$next", next));
            if (wait > TimeSpan.Zero) return new LedgerTicket(LedgerAnswer.Wait, wait);
            DayRows.Count(rows, _key!, now);
            return new LedgerTicket(LedgerAnswer.Go);
        });
    }

    /// <inheritdoc/>
    public LedgerTicket Redeem(AccountLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Write(rows =>
        {
            double now = NowMs;
            if (IsSpent(rows, limits, now)) return Exhausted(now);
            double hold = RateOf(rows, now).HoldMs - now;
            if (hold > 0) return new LedgerTicket(LedgerAnswer.Wait, TimeSpan.FromMilliseconds(Math.Ceiling(hold)));
            DayRows.Count(rows, _key!, now);
            return new LedgerTicket(LedgerAnswer.Go);
        });
    }

    /// <inheritdoc/>
    public void Exhaust() => Write(rows =>
    {
        DayRows.Exhaust(rows, _key!, NowMs);
        return true;
    });

    /// <inheritdoc/>
    public void Hold(TimeSpan wait) => Write(rows =>
    {
        double until = NowMs + wait.TotalMilliseconds;
        rows.Run(
            "INSERT INTO rates VALUES ($key, 0, $until) "
                + "ON CONFLICT (key) DO UPDATE SET hold_ms = max(hold_ms, $until)",
            ("$key", _key), ("$until", until));
        return true;
    });

    /// <inheritdoc/>
    public LedgerUsage Usage() => Write(rows => AccountReads.Usage(rows, _key!, NowMs));

    /// <inheritdoc/>
    public AccountLimits Learned() => Write(rows => AccountReads.Learned(rows, _key!, NowMs));

    /// <inheritdoc/>
    public LedgerStanding Look()
    {
        double now = NowMs;
        return _database.Read(rows =>
        {
            byte[] key = HashOf(rows.Salt);
            return new LedgerStanding(
                AccountReads.Usage(rows, key, now), AccountReads.Learned(rows, key, now),
                AccountReads.LeastPlan(rows, key));
        }) ?? new LedgerStanding(
            new LedgerUsage(0, false, DayRows.MidnightAfter(now)), AccountLimits.Unknown, null);
    }

    /// <inheritdoc/>
    public void Learn(AccountLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        Write(rows =>
        {
            rows.Run(
                """
                INSERT INTO accounts VALUES ($key, $now, $plan, $width, $height, $parameters, NULL)
                ON CONFLICT (key) DO UPDATE SET
                    plan = coalesce($plan, CASE WHEN learned_ms > $since THEN plan END),
                    width = coalesce($width, CASE WHEN learned_ms > $since THEN width END),
                    height = coalesce($height, CASE WHEN learned_ms > $since THEN height END),
                    parameters = coalesce($parameters, CASE WHEN learned_ms > $since THEN parameters END),
                    learned_ms = $now
                """,
                ("$key", _key), ("$now", (long)NowMs), ("$plan", limits.Plan), ("$width", limits.MaximumWidthPx),
                ("$height", limits.MaximumHeightPx), ("$parameters", limits.MaximumParameters),
                ("$since", AccountReads.LearnedSince(NowMs)));
            return true;
        });
    }

    /// <inheritdoc/>
    public string? LeastPlan() => Write(rows => AccountReads.LeastPlan(rows, _key!));

    /// <inheritdoc/>
    public void LearnLeastPlan(string plan) => Write(rows =>
    {
        rows.Run(
            "INSERT INTO accounts VALUES ($key, 0, NULL, NULL, NULL, NULL, $plan) "
                + "ON CONFLICT (key) DO UPDATE SET least_plan = $plan",
            ("$key", _key), ("$plan", plan));
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static LedgerTicket Exhausted(double now) =>
        new(LedgerAnswer.Exhausted, DayRows.MidnightAfter(now) - DateTimeOffset.UnixEpoch.AddMilliseconds(now));

    private T Write<T>(Func<ChartImgRows, T> work) => _database.Write(rows =>
    {
        // A file that was removed and made anew has another salt.
        if (!ReferenceEquals(_salt, rows.Salt))
        {
            _salt = rows.Salt;
            _key = HashOf(_salt);
        }

        return work(rows);
    });

    private byte[] HashOf(byte[] salt) =>
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(_apiKey))[..KeyBytes];

    private bool IsSpent(ChartImgRows rows, AccountLimits limits, double now)
    {
        KeyDay day = DayRows.Find(rows, _key!, now);
        return day.IsExhausted || day.Attempts >= (limits.PerDay ?? int.MaxValue);
    }

    private Rate RateOf(ChartImgRows rows, double now) => rows.First(
        "SELECT next_ms, hold_ms FROM rates WHERE key = $key",
        row => new Rate(row.GetDouble(0), row.GetDouble(1)),
        ("$key", _key))?.Sane(now) ?? new Rate(0, 0);

    /// <param name="NextMs">When the next call would be due if calls came evenly.</param>
    /// <param name="HoldMs">No call goes out before.</param>
    private sealed record Rate(double NextMs, double HoldMs)
    {
        private const double FarAwayMs = 3_600_000;

        /// <summary>Without moments that only a clock which was set back can explain.</summary>
        public Rate Sane(double now) => new(
            NextMs > now + FarAwayMs ? 0 : NextMs, HoldMs > now + FarAwayMs ? 0 : HoldMs);

        public (double At, double Next) Place(double now, AccountLimits limits)
        {
            double apart = 1_000d / Math.Max(1, limits.PerSecond ?? 1);
            double ahead = apart * Math.Max(0, (limits.Burst ?? 1) - 2);
            double due = Math.Max(NextMs, now);
            double at = Math.Max(Math.Max(due - ahead, HoldMs), now);
            return (at, Math.Max(due, at) + apart);
        }
    }
}
