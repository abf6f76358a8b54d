using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores;

/// <summary>Removes old requests, pictures and events, a few at a time, so that other writes come in between.</summary>
internal static class SqliteRetention
{
    private const int RequestsAtOnce = 200;
    private const int EventsAtOnce = 5000;

    /// <summary>Removes what has grown too old.</summary>
    /// <returns>What went; fewer than a full step when nothing is left to remove.</returns>
    public static (RetentionResult Removed, bool IsDone) RemoveAged(SqliteStatements statements, long cutoffMs)
    {
        List<(long Id, long FinishedMs)> aged = Oldest(
            statements.Connection,
            "SELECT id, finished_ms FROM requests WHERE finished_ms < $limit ORDER BY finished_ms LIMIT 200", cutoffMs);
        long bytes = 0;
        foreach ((long id, _) in aged) bytes += Remove(statements.Connection, id);
        int events = CutEvents(statements.Connection, cutoffMs);
        return (new RetentionResult(aged.Count, bytes), aged.Count < RequestsAtOnce && events < EventsAtOnce);
    }

    /// <summary>Removes the oldest requests with pictures until these fit, and the events up to their ends.</summary>
    /// <returns>What went; whether everything fits now.</returns>
    public static (RetentionResult Removed, bool IsDone) RemoveSurplus(SqliteStatements statements, long maximumBytes)
    {
        long total = Total(statements.Connection);
        if (total <= maximumBytes) return (new RetentionResult(0, 0), true);
        int requests = 0;
        long bytes = 0;
        long lastFinishedMs = 0;
        foreach ((long id, long finishedMs) in Oldest(
            statements.Connection,
            "SELECT id, finished_ms FROM requests WHERE finished_ms IS NOT NULL AND image_blob IS NOT NULL "
                + "ORDER BY finished_ms LIMIT 200", null))
        {
            if (total - bytes <= maximumBytes) break;
            bytes += Remove(statements.Connection, id);
            lastFinishedMs = finishedMs;
            requests++;
        }

        while (CutEvents(statements.Connection, lastFinishedMs + 1) == EventsAtOnce)
        {
        }

        return (new RetentionResult(requests, bytes), requests < RequestsAtOnce);
    }

    /// <summary>Gives freed pages back to the file system.</summary>
    public static bool Shrink(SqliteStatements statements)
    {
        SqliteConnections.Execute(statements.Connection, "PRAGMA incremental_vacuum(4096)");
        return true;
    }

    private static long Total(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(sum(size), 0) FROM blobs";
        return (long)command.ExecuteScalar()!;
    }

    private static List<(long Id, long FinishedMs)> Oldest(SqliteConnection connection, string sql, long? limit)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (limit is not null) command.Parameters.AddWithValue("$limit", limit);
        using SqliteDataReader rows = command.ExecuteReader();
        var oldest = new List<(long, long)>();
        while (rows.Read()) oldest.Add((rows.GetInt64(0), rows.GetInt64(1)));
        return oldest;
    }

    /// <summary>Removes a request, and its picture and bars unless another request shows the same.</summary>
    private static long Remove(SqliteConnection connection, long id)
    {
        using SqliteCommand delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM requests WHERE id = $id RETURNING image_blob, bars_blob";
        delete.Parameters.AddWithValue("$id", id);
        var blobs = new List<long>(2);
        using (SqliteDataReader row = delete.ExecuteReader())
        {
            while (row.Read())
            {
                if (!row.IsDBNull(0)) blobs.Add(row.GetInt64(0));
                if (!row.IsDBNull(1)) blobs.Add(row.GetInt64(1));
            }
        }

        long bytes = 0;
        foreach (long blob in blobs)
        {
            using SqliteCommand free = connection.CreateCommand();
            free.CommandText =
                """
                DELETE FROM blobs WHERE id = $id
                    AND NOT EXISTS (SELECT 1 FROM requests WHERE image_blob = $id)
                    AND NOT EXISTS (SELECT 1 FROM requests WHERE bars_blob = $id)
                RETURNING size
                """;
            free.Parameters.AddWithValue("$id", blob);
            bytes += free.ExecuteScalar() as long? ?? 0;
        }

        return bytes;
    }

    /// <summary>Cuts the log of events from its old end up to the first that is not older; never a hole.</summary>
    private static int CutEvents(SqliteConnection connection, long cutoffMs)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            DELETE FROM events WHERE sequence < coalesce(
                (SELECT sequence FROM events WHERE at_ms >= $cutoff ORDER BY sequence LIMIT 1), 9223372036854775807)
                AND sequence < (SELECT min(sequence) FROM events) + 5000
            """;
        command.Parameters.AddWithValue("$cutoff", cutoffMs);
        return command.ExecuteNonQuery();
    }
}
