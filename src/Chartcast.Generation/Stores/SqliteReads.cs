using System.Text.Json;
using Chartcast.Generation.Events;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores;

/// <summary>Every question asked of the file, each on a read-only connection of its own.</summary>
internal sealed class SqliteReads(SqliteConnections connections)
{
    private const string RecordColumns =
        "request_id, client_id, transport, status, reached, attempts, created_ms, started_ms, finished_ms, took_ms, "
        + "request, arguments, report, error, image_format, image_width, image_height, image_size, image_sha256, owner";

    public ChartRecord? Find(string requestId) => Ask(
        $"SELECT {RecordColumns} FROM requests WHERE request_id = $request_id",
        rows => rows.Read() ? RecordOf(rows) : null,
        ("$request_id", requestId));

    public IReadOnlyList<ChartRecord> Recent(RecentFilter filter) => Ask(
        $"""
        SELECT {RecordColumns} FROM requests
        WHERE ($symbol IS NULL OR symbol = $symbol) AND ($status IS NULL OR status = $status)
            AND ($client_id IS NULL OR client_id = $client_id) AND ($owner IS NULL OR owner = $owner)
            AND ($before IS NULL OR id < (SELECT id FROM requests WHERE request_id = $before))
        ORDER BY id DESC LIMIT $limit
        """,
        Records,
        ("$symbol", Canonical(filter.Symbol)), ("$status", (long?)filter.Status), ("$client_id", filter.ClientId),
        ("$owner", filter.Owner), ("$before", filter.Before), ("$limit", (long)Math.Clamp(filter.Limit, 1, 200)));

    public IReadOnlyList<ChartRecord> Unfinished() =>
        Ask($"SELECT {RecordColumns} FROM requests WHERE status < 2 ORDER BY id", Records);

    public ChartImage? FindImage(string requestId) => Ask(
        """
        SELECT image_format, image_width, image_height, content, image_sha256
        FROM requests JOIN blobs ON blobs.id = image_blob WHERE request_id = $request_id
        """,
        rows => rows.Read()
            ? new ChartImage(
                (ImageFormat)rows.GetInt32(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetFieldValue<byte[]>(3),
                rows.GetString(4))
            : null,
        ("$request_id", requestId));

    public byte[]? FindBars(string requestId) => Ask(
        "SELECT content FROM requests JOIN blobs ON blobs.id = bars_blob WHERE request_id = $request_id",
        rows => rows.Read() ? rows.GetFieldValue<byte[]>(0) : null,
        ("$request_id", requestId));

    public IReadOnlyList<ChartEvent> EventsAfter(long sequence, int limit) => Ask(
        """
        SELECT sequence, request_id, client_id, symbol, interval, kind, percent, at_ms, took_ms, message, error, owner
        FROM events WHERE sequence > $sequence ORDER BY sequence LIMIT $limit
        """,
        Events, ("$sequence", sequence), ("$limit", (long)limit));

    public (long Oldest, long Newest) EventRange() => Ask(
        "SELECT (SELECT min(sequence) FROM events), (SELECT seq FROM sqlite_sequence WHERE name = 'events')",
        rows =>
        {
            rows.Read();
            long newest = rows.IsDBNull(1) ? 0 : rows.GetInt64(1);
            return (rows.IsDBNull(0) ? newest + 1 : rows.GetInt64(0), newest);
        });

    private static string? Canonical(string? symbol) =>
        Symbol.TryParse(symbol, out Symbol known, out _) ? known.ToString() : symbol;

    private static List<ChartRecord> Records(SqliteDataReader rows)
    {
        var records = new List<ChartRecord>();
        while (rows.Read()) records.Add(RecordOf(rows));
        return records;
    }

    private static ChartRecord RecordOf(SqliteDataReader row) => new()
    {
        RequestId = row.GetString(0),
        Caller = new ChartCaller(Text(row, 1), row.GetString(2)) { Owner = Text(row, 19) },
        Status = (ChartStatus)row.GetInt32(3),
        ReachedProvider = row.GetInt32(4) != 0,
        Attempts = row.GetInt32(5),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)),
        StartedAt = Time(row, 7),
        FinishedAt = Time(row, 8),
        ProcessingTimeMs = row.IsDBNull(9) ? null : row.GetInt64(9),
        Request = ChartRequestCodec.Decode(row.GetFieldValue<byte[]>(10), row.GetString(11)),
        Report = row.IsDBNull(12)
            ? null
            : JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(12), GenerationJson.Default.ChartReport),
        Error = ErrorOf(row, 13),
        Image = row.IsDBNull(14)
            ? null
            : new ChartImageSummary(
                (ImageFormat)row.GetInt32(14), row.GetInt32(15), row.GetInt32(16), row.GetInt32(17), row.GetString(18)),
    };

    private static List<ChartEvent> Events(SqliteDataReader rows)
    {
        var events = new List<ChartEvent>();
        while (rows.Read())
        {
            events.Add(new ChartEvent(rows.GetInt64(0), new ChartEventDraft
            {
                RequestId = rows.GetString(1),
                ClientId = Text(rows, 2),
                Symbol = rows.GetString(3),
                Interval = rows.GetString(4),
                Kind = (ChartEventKind)rows.GetInt32(5),
                Percent = rows.GetInt32(6),
                Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(7)),
                ProcessingTimeMs = rows.IsDBNull(8) ? null : rows.GetInt64(8),
                Message = rows.GetString(9),
                Error = ErrorOf(rows, 10),
                Owner = Text(rows, 11),
            }));
        }

        return events;
    }

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static ChartError? ErrorOf(SqliteDataReader row, int column) => row.IsDBNull(column)
        ? null
        : JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(column), GenerationJson.Default.ChartError);

    private T Ask<T>(
        string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteReader? reader = null;
        try
        {
            reader = connections.Rent();
            T answer = reader.Ask(sql, read, parameters);
            connections.Return(reader);
            return answer;
        }
        catch (SqliteException exception)
        {
            reader?.Dispose();
            throw SqliteConnections.Unavailable(exception);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            reader?.Dispose();
            throw new ChartException(
                ChartErrorCode.StorageUnavailable, "A stored request is damaged and cannot be read.", exception);
        }
    }
}
