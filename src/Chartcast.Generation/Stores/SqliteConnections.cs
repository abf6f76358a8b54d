using System.Collections.Concurrent;
using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores;

/// <summary>Opens connections with the settings that keep the file safe, and keeps readers for the next
/// reader.</summary>
/// <remarks>One connection writes and alone moves the log into the file: two that do so at the same instant can damage
/// the file in SQLite 3.7.0 to 3.51.2 (the WAL-reset bug, sqlite.org/wal.html). All others are read-only.</remarks>
internal sealed class SqliteConnections(string path, TimeSpan busyTimeout) : IDisposable
{
    /// <summary>The setting a writer begins with.</summary>
    public const string FlushEachCommit = "PRAGMA synchronous = FULL";

    // Primary result codes, sqlite.org/rescode.html.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    private readonly ConcurrentBag<SqliteReader> _idleReaders = [];
    private volatile bool _isDisposed;

    static SqliteConnections() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens the connection that writes; makes the file when it is missing.</summary>
    public SqliteConnection OpenWriter()
    {
        SqliteConnection connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            // Takes effect only in a new file, before anything is written.
            Execute(connection, "PRAGMA auto_vacuum = INCREMENTAL");
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, FlushEachCommit);
            Execute(connection, "PRAGMA foreign_keys = ON");
            Execute(connection, "PRAGMA wal_autocheckpoint = 1000");
            Execute(connection, "PRAGMA journal_size_limit = 67108864");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Lends a reader.</summary>
    public SqliteReader Rent() => _idleReaders.TryTake(out SqliteReader? idle) ? idle : OpenReader();

    /// <summary>Takes a reader back; not one that failed.</summary>
    public void Return(SqliteReader reader)
    {
        if (_isDisposed || _idleReaders.Count >= Environment.ProcessorCount * 2) reader.Dispose();
        else _idleReaders.Add(reader);
    }

    /// <summary>Closes idle readers; those lent out are closed when they come back.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        while (_idleReaders.TryTake(out SqliteReader? idle)) idle.Dispose();
    }

    /// <summary>Runs a statement to its end.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="sql">A constant of this program.</param>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants are passed in.
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader rows = command.ExecuteReader();
        // Some pragmas, incremental_vacuum above all, work only as far as their rows are read.
        while (rows.Read())
        {
        }
    }

    /// <summary>Whether a failure lies with the disk or the file, so that every write would fail alike.</summary>
    public static bool IsOfTheDisk(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: Busy or Locked or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NoDatabase,
    };

    /// <summary>Whether a connection is better not used again after a failure.</summary>
    public static bool NeedsNewConnection(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: ReadOnly or InputOutput or Corrupt or CannotOpen or NoDatabase,
    };

    /// <summary>What a failure of SQLite means to a caller.</summary>
    public static ChartException Unavailable(SqliteException exception)
    {
        string why = exception.SqliteErrorCode switch
        {
            Full => "the disk is full. Free space; the server goes on by itself.",
            ReadOnly => "the disk or the file is read-only. Make it writable; the server goes on by itself.",
            InputOutput => "the disk reports errors or is full.",
            Corrupt or NoDatabase => "its file is damaged. Restore a backup, or move it away to begin anew.",
            CannotOpen => "its file cannot be opened. Check that it is a file, and its permissions.",
            _ => "its database does not answer.",
        };
        return new ChartException(
            ChartErrorCode.StorageUnavailable, $"The store cannot be used at the moment: {why}", exception);
    }

    private SqliteReader OpenReader() => new(Open(SqliteOpenMode.ReadOnly));

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA temp_store = MEMORY");
            Execute(connection, "PRAGMA trusted_schema = OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
