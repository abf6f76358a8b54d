using System.Security.Cryptography;
using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>The tables of the shared Chart-IMG file, with a version of their own.</summary>
/// <remarks>Keys appear as salted hashes only; the salt is made with the file.</remarks>
internal static class ChartImgSchema
{
    /// <summary>Marks the file as ours: the letters CHCI.</summary>
    private const long ApplicationId = 0x43484349;
    private const int SaltBytes = 32;

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE facts (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID, STRICT;
        CREATE TABLE days (
            key BLOB NOT NULL,
            day INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            exhausted INTEGER NOT NULL,
            PRIMARY KEY (key, day)) WITHOUT ROWID, STRICT;
        CREATE TABLE rates (key BLOB PRIMARY KEY, next_ms REAL NOT NULL, hold_ms REAL NOT NULL) WITHOUT ROWID, STRICT;
        CREATE TABLE accounts (
            key BLOB PRIMARY KEY,
            learned_ms INTEGER NOT NULL,
            plan TEXT,
            width INTEGER,
            height INTEGER,
            parameters INTEGER,
            least_plan TEXT) WITHOUT ROWID, STRICT;
        """,
    ];

    /// <summary>The version this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Brings a file to this program's version; several processes may do so at once.</summary>
    /// <returns>The file's salt.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>: the file is a newer
    /// version's, or another program's.</exception>
    public static byte[] Migrate(SqliteConnection connection)
    {
        if (Number(connection, null, "PRAGMA user_version") == Version
            && Number(connection, null, "PRAGMA application_id") == ApplicationId)
            return SaltOf(connection);
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        long version = Number(connection, transaction, "PRAGMA user_version");
        long owner = Number(connection, transaction, "PRAGMA application_id");
        bool isNew = version == 0 && owner == 0
            && Number(connection, transaction, "SELECT count(*) FROM sqlite_schema") == 0;
        if ((!isNew && owner != ApplicationId) || version > Version)
        {
            throw new ChartException(
                ChartErrorCode.StorageUnavailable,
                "chart-img.db in the state directory was written by "
                    + $"{(version > Version ? "a newer version: update Chartcast, or" : "another program:")} name "
                    + "another directory with --state or CHARTCAST_STATE_DIR.");
        }

        var rows = new ChartImgRows(connection, transaction, []);
        for (int next = (int)version; next < Version; next++)
        {
            rows.Run(Migrations[next]);
            if (next > 0) continue;
            rows.Run("INSERT INTO facts VALUES ('salt', $salt)", ("$salt", RandomNumberGenerator.GetBytes(SaltBytes)));
            rows.Run($"PRAGMA application_id = {ApplicationId}");
        }

        rows.Run($"PRAGMA user_version = {Version}");
        transaction.Commit();
        return SaltOf(connection);
    }

    /// <summary>The salt of a file that is only read.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>: the file is not of this
    /// version.</exception>
    public static byte[] ReadSalt(SqliteConnection connection, SqliteTransaction transaction) =>
        Number(connection, transaction, "PRAGMA user_version") == Version
        && Number(connection, transaction, "PRAGMA application_id") == ApplicationId
            ? SaltOf(connection, transaction)
            : throw new ChartException(
                ChartErrorCode.StorageUnavailable, "chart-img.db in the state directory is not of this version.");

    private static byte[] SaltOf(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM facts WHERE name = 'salt'";
        command.Transaction = transaction;
        return (byte[])command.ExecuteScalar()!;
    }

    private static long Number(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        return (long)command.ExecuteScalar()!;
    }
}
