using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>The SQLite file that every process of a user shares for Chart-IMG: <c>chart-img.db</c>.</summary>
/// <remarks>
/// In WAL mode with <c>synchronous = NORMAL</c>: what is committed survives the end of the process however it ends, and
/// costs some ten microseconds; only the loss of power may take the newest calls from the book, and then Chart-IMG's
/// own count ends the day. The log is never moved into the file while somebody may write: automatic checkpoints are
/// off, and TRUNCATE waits for the writer's lock, because two connections that write and checkpoint at the same instant
/// can damage the file in SQLite 3.7.0 to 3.51.2 (the WAL-reset bug, sqlite.org/wal.html). Safe for concurrent use.
/// </remarks>
internal sealed class ChartImgDatabase(string path, TimeSpan busyTimeout) : IDisposable
{
    private const long LargestLogBytes = 4 * 1024 * 1024;
    private const int WritesBetweenLooks = 256;

    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private byte[] _salt = [];
    private bool _isDisposed;
    private int _writes;

    static ChartImgDatabase() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Runs work in a transaction that holds the file's write lock.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>; nothing was
    /// changed.</exception>
    public T Write<T>(Func<ChartImgRows, T> work)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                SqliteConnection connection = Open();
                using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                T result = work(new ChartImgRows(connection, transaction, _salt));
                transaction.Commit();
                FoldLog(connection);
                return result;
            }
            catch (SqliteException exception)
            {
                if (SqliteConnections.NeedsNewConnection(exception)) Close();
                throw SqliteConnections.Unavailable(exception);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new ChartException(
                    ChartErrorCode.StorageUnavailable,
                    "The book of Chart-IMG calls cannot be written: free the disk or its permissions, or name another "
                        + "directory with --state or CHARTCAST_STATE_DIR.",
                    exception);
            }
        }
    }

    /// <summary>Reads without writing, making the file or waiting for writers.</summary>
    /// <remarks>A connection of its own each time: one that is kept would go on reading a file that was removed, and
    /// must not be the last to close, for it could not fold the log.</remarks>
    /// <returns>Null when there is no file yet.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>.</exception>
    public T? Read<T>(Func<ChartImgRows, T> work)
        where T : class
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
                DefaultTimeout = 1,
            }.ToString());
            connection.Open();
            SqliteConnections.Execute(connection, "PRAGMA trusted_schema = OFF");
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
            byte[] salt = ChartImgSchema.ReadSalt(connection, transaction);
            return work(new ChartImgRows(connection, transaction, salt));
        }
        catch (SqliteException exception)
        {
            throw SqliteConnections.Unavailable(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Close();
        }
    }

    private SqliteConnection Open()
    {
        // A file that was removed while in use would take the counts of this process alone from then on.
        if (_connection is not null && File.Exists(path)) return _connection;
        Close();
        StatePermissions.MakeDirectory(Path.GetDirectoryName(path)!);
        StatePermissions.MakeFile(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            // Without SQLite's own wait the driver would sleep 150 ms at each refusal.
            SqliteConnections.Execute(connection, "PRAGMA busy_timeout = 5000");
            SqliteConnections.Execute(connection, "PRAGMA journal_mode = WAL");
            SqliteConnections.Execute(connection, "PRAGMA synchronous = NORMAL");
            SqliteConnections.Execute(connection, "PRAGMA wal_autocheckpoint = 0");
            SqliteConnections.Execute(connection, "PRAGMA trusted_schema = OFF");
            _salt = ChartImgSchema.Migrate(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return _connection = connection;
    }

    private void FoldLog(SqliteConnection connection)
    {
        if (++_writes % WritesBetweenLooks != 0) return;
        var log = new FileInfo(path + "-wal");
        if (log.Exists && log.Length > LargestLogBytes)
            SqliteConnections.Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
