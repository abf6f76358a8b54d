using System.Security.Cryptography;
using System.Text;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>How many calls the keys of the served API have made today, in the file that all processes share.</summary>
/// <remarks>A restart, or a crash, takes no call back. Safe for concurrent use.</remarks>
public sealed class SqliteDayCounts : IDisposable
{
    private const int KeyBytes = 16;
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    // Keeps a served key apart from a key of the vendor's that happens to be the same.
    private static readonly byte[] Side = Encoding.UTF8.GetBytes("served\n");

    private readonly ChartImgDatabase _database;
    private readonly TimeProvider _time;

    /// <summary>Opens nothing; the first count does.</summary>
    /// <param name="directory">The state directory; made when it is missing.</param>
    /// <param name="time">The clock of days.</param>
    public SqliteDayCounts(string directory, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(time);
        _database = new ChartImgDatabase(Path.Combine(directory, SqliteAccountLedger.FileName), BusyTimeout);
        _time = time;
    }

    /// <summary>Counts a call.</summary>
    /// <param name="key">The key, or its digest; a salted hash of it is kept.</param>
    /// <param name="perDay">How many calls a UTC day may have.</param>
    /// <returns>False, and nothing is counted, when the day has had them all.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>.</exception>
    public bool TryCount(byte[] key, int perDay)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _database.Write(rows =>
        {
            double now = (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            byte[] hash = HMACSHA256.HashData(rows.Salt, (byte[])[.. Side, .. key])[..KeyBytes];
            if (DayRows.Find(rows, hash, now).Attempts >= perDay) return false;
            DayRows.Count(rows, hash, now);
            return true;
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
