using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores;

/// <summary>The tables of the SQLite store, and how older files get them.</summary>
/// <remarks>
/// <c>user_version</c> counts the migrations a file has; each runs in one transaction. Requests, pictures and events
/// are
/// apart because they live apart: pictures and bars are kept once by their SHA-256 however many requests show them, and
/// events tell everything themselves, so that the log can be cut from its old end alone.
/// </remarks>
internal static class SqliteSchema
{
    /// <summary>Marks the file as ours: the letters CHCT.</summary>
    private const int ApplicationId = 0x43484354;

    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
        CREATE TABLE blobs (
            id INTEGER PRIMARY KEY,
            sha256 BLOB NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            content BLOB NOT NULL) STRICT;
        CREATE INDEX blobs_size ON blobs (size);
        CREATE TABLE requests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            request_id TEXT NOT NULL UNIQUE,
            client_id TEXT,
            transport TEXT NOT NULL,
            symbol TEXT NOT NULL,
            status INTEGER NOT NULL,
            reached INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            created_ms INTEGER NOT NULL,
            started_ms INTEGER,
            finished_ms INTEGER,
            took_ms INTEGER,
            request BLOB NOT NULL,
            arguments TEXT NOT NULL,
            report BLOB,
            error BLOB,
            image_format INTEGER,
            image_width INTEGER,
            image_height INTEGER,
            image_size INTEGER,
            image_sha256 TEXT,
            image_blob INTEGER REFERENCES blobs (id),
            bars_blob INTEGER REFERENCES blobs (id)) STRICT;
        CREATE INDEX requests_unfinished ON requests (id) WHERE status < 2;
        CREATE INDEX requests_finished ON requests (finished_ms) WHERE finished_ms IS NOT NULL;
        CREATE INDEX requests_symbol ON requests (symbol, id);
        CREATE INDEX requests_client ON requests (client_id, id) WHERE client_id IS NOT NULL;
        CREATE INDEX requests_image ON requests (image_blob) WHERE image_blob IS NOT NULL;
        CREATE INDEX requests_bars ON requests (bars_blob) WHERE bars_blob IS NOT NULL;
        CREATE TABLE events (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            request_id TEXT NOT NULL,
            client_id TEXT,
            symbol TEXT NOT NULL,
            interval TEXT NOT NULL,
            kind INTEGER NOT NULL,
            percent INTEGER NOT NULL,
            at_ms INTEGER NOT NULL,
            took_ms INTEGER,
            message TEXT NOT NULL,
            error BLOB) STRICT;
        """,
        """
        ALTER TABLE requests ADD COLUMN owner TEXT;
        ALTER TABLE events ADD COLUMN owner TEXT;
        CREATE INDEX requests_owner ON requests (owner, id) WHERE owner IS NOT NULL;
        """,
    ];

    /// <summary>Writes about as much as a chart takes and removes it again; each its own transaction, since what one
    /// transaction writes and removes never reaches the disk.</summary>
    public static IReadOnlyList<string> Trial { get; } =
    [
        "INSERT OR REPLACE INTO facts VALUES ('trial', hex(zeroblob(32768)))",
        "DELETE FROM facts WHERE name = 'trial'",
    ];

    /// <summary>The version this program writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Brings a file to this program's version.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>: the file is a newer
    /// version's, or
    /// another program's.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        long version = Number(connection, "PRAGMA user_version");
        long owner = Number(connection, "PRAGMA application_id");
        bool isNew = version == 0 && owner == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && owner != ApplicationId) throw Refusal("was not written by Chartcast:");
        if (version > Version)
        {
            throw Refusal(
                $"was written by a newer version (its schema is {version}, this program knows {Version}): "
                + "update Chartcast, or");
        }

        for (int next = (int)version; next < Version; next++)
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            Execute(connection, Migrations[next], transaction);
            if (next == 0) Execute(connection, FirstFacts(), transaction);
            Execute(connection, $"PRAGMA user_version = {next + 1}", transaction);
            transaction.Commit();
        }
    }

    private static string FirstFacts() =>
        $"PRAGMA application_id = {ApplicationId}; "
        + $"INSERT INTO facts VALUES ('epoch', '{RequestIds.RandomLetters(12)}'), ('clean', '1');";

    private static ChartException Refusal(string why) => new(
        ChartErrorCode.StorageUnavailable,
        $"The state directory's database {why} name another directory with --state or CHARTCAST_STATE_DIR.");

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction transaction)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above, and random letters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
