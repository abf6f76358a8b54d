using System.Text.Json;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;

namespace Chartcast.Generation.Stores;

/// <summary>What is known of a product before its write: hashed and encoded on the caller's thread, not the
/// writer's.</summary>
/// <param name="Image">The picture.</param>
/// <param name="ImageSha256">Its hash.</param>
/// <param name="Bars">The encoded bars, or null.</param>
/// <param name="BarsSha256">Their hash, or null.</param>
internal sealed record ProductBytes(
    ReadOnlyMemory<byte> Image, byte[] ImageSha256, byte[]? Bars, byte[]? BarsSha256);

/// <summary>The prepared statements of the writer's connection.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _insertRequest;
    private readonly SqliteCommand _findStatus;
    private readonly SqliteCommand _updateRequest;
    private readonly SqliteCommand _insertEvent;
    private readonly SqliteCommand _findBlob;
    private readonly SqliteCommand _insertBlob;
    private bool _isFlushing = true;

    public SqliteStatements(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _insertRequest = Prepare(
            """
            INSERT INTO requests (request_id, client_id, owner, transport, symbol, status, reached, attempts,
                created_ms, started_ms, finished_ms, took_ms, request, arguments)
            VALUES ($request_id, $client_id, $owner, $transport, $symbol, $status, $reached, $attempts,
                $created_ms, $started_ms, $finished_ms, $took_ms, $request, $arguments)
            """,
            "$request_id", "$client_id", "$owner", "$transport", "$symbol", "$status", "$reached", "$attempts",
            "$created_ms", "$started_ms", "$finished_ms", "$took_ms", "$request", "$arguments");
        _findStatus = Prepare("SELECT status FROM requests WHERE request_id = $request_id", "$request_id");
        _updateRequest = Prepare(
            """
            UPDATE requests SET status = $status, reached = $reached, attempts = $attempts, started_ms = $started_ms,
                finished_ms = $finished_ms, took_ms = $took_ms, report = $report, error = $error,
                image_format = $image_format, image_width = $image_width, image_height = $image_height,
                image_size = $image_size, image_sha256 = $image_sha256, image_blob = $image_blob, bars_blob = $bars_blob
            WHERE request_id = $request_id
            """,
            "$status", "$reached", "$attempts", "$started_ms", "$finished_ms", "$took_ms", "$report", "$error",
            "$image_format", "$image_width", "$image_height", "$image_size", "$image_sha256", "$image_blob",
            "$bars_blob", "$request_id");
        _insertEvent = Prepare(
            """
            INSERT INTO events (sequence, request_id, client_id, owner, symbol, interval, kind, percent, at_ms,
                took_ms, message, error)
            VALUES ($sequence, $request_id, $client_id, $owner, $symbol, $interval, $kind, $percent, $at_ms,
                $took_ms, $message, $error)
            """,
            "$sequence", "$request_id", "$client_id", "$owner", "$symbol", "$interval", "$kind", "$percent", "$at_ms",
            "$took_ms", "$message", "$error");
        _findBlob = Prepare("SELECT id FROM blobs WHERE sha256 = $sha256", "$sha256");
        _insertBlob = Prepare(
            "INSERT INTO blobs (sha256, size, content) VALUES ($sha256, $size, $content) RETURNING id",
            "$sha256", "$size", "$content");
    }

    /// <summary>The connection, for statements that are run rarely.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>The newest sequence of the open transaction.</summary>
    public long LastSequence { get; set; }

    /// <summary>Opens a transaction.</summary>
    /// <param name="isFlushed">Whether its commit waits for the disk; in WAL mode a flush takes along what was
    /// committed without one.</param>
    public void Begin(bool isFlushed)
    {
        if (isFlushed != _isFlushing)
        {
            // Not a prepared statement: SQLite obeys this one when it is compiled.
            SqliteConnections.Execute(
                _connection, isFlushed ? SqliteConnections.FlushEachCommit : "PRAGMA synchronous = NORMAL");
            _isFlushing = isFlushed;
        }

        _begin.ExecuteNonQuery();
    }

    public void Commit() => _commit.ExecuteNonQuery();

    public void RollBack() => SqliteConnections.Execute(_connection, "ROLLBACK");

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands) command.Dispose();
    }

    /// <summary>The newest sequence ever given, whether or not its event is still kept.</summary>
    public long NewestSequence()
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = 'events'";
        return command.ExecuteScalar() as long? ?? 0;
    }

    public ChartEvent Add(ChartRecord record, byte[] request, ChartEventDraft queued)
    {
        SqliteParameterCollection set = _insertRequest.Parameters;
        if (FindStatus(record.RequestId) is not null)
            throw new InvalidOperationException($"{record.RequestId} is stored already.");
        set["$request_id"].Value = record.RequestId;
        set["$client_id"].Value = OrNull(record.Caller.ClientId);
        set["$owner"].Value = OrNull(record.Caller.Owner);
        set["$transport"].Value = record.Caller.Transport;
        set["$symbol"].Value = record.Request.Symbol.ToString();
        SetProgress(set, record);
        set["$created_ms"].Value = record.CreatedAt.ToUnixTimeMilliseconds();
        set["$request"].Value = request;
        set["$arguments"].Value = record.Request.ArgumentsJson;
        _insertRequest.ExecuteNonQuery();
        return Append(queued);
    }

    public ChartEvent Update(ChartRecord record, ChartEventDraft change, ProductBytes? product)
    {
        ChartStatus stored = FindStatus(record.RequestId)
            ?? throw new InvalidOperationException($"{record.RequestId} is not stored.");
        if (!stored.MayBecome(record.Status))
            throw new InvalidOperationException($"{record.RequestId} is {stored} and may not become {record.Status}.");
        SqliteParameterCollection set = _updateRequest.Parameters;
        SetProgress(set, record);
        set["$report"].Value = OrNull(record.Report is { } report
            ? JsonSerializer.SerializeToUtf8Bytes(report, GenerationJson.Default.ChartReport) : null);
        set["$error"].Value = OrNull(ErrorBytes(record.Error));
        ChartImageSummary? image = record.Image;
        set["$image_format"].Value = OrNull((long?)image?.Format);
        set["$image_width"].Value = OrNull(image?.WidthPx);
        set["$image_height"].Value = OrNull(image?.HeightPx);
        set["$image_size"].Value = OrNull(image?.Bytes);
        set["$image_sha256"].Value = OrNull(image?.Sha256);
        set["$image_blob"].Value = product is null ? DBNull.Value : Keep(product.Image, product.ImageSha256);
        set["$bars_blob"].Value = product?.Bars is { } bars ? Keep(bars, product.BarsSha256!) : DBNull.Value;
        set["$request_id"].Value = record.RequestId;
        _updateRequest.ExecuteNonQuery();
        return Append(change);
    }

    public ChartEvent Append(ChartEventDraft draft)
    {
        long sequence = LastSequence + 1;
        SqliteParameterCollection set = _insertEvent.Parameters;
        set["$sequence"].Value = sequence;
        set["$request_id"].Value = draft.RequestId;
        set["$client_id"].Value = OrNull(draft.ClientId);
        set["$owner"].Value = OrNull(draft.Owner);
        set["$symbol"].Value = draft.Symbol;
        set["$interval"].Value = draft.Interval;
        set["$kind"].Value = (long)draft.Kind;
        set["$percent"].Value = draft.Percent;
        set["$at_ms"].Value = draft.Timestamp.ToUnixTimeMilliseconds();
        set["$took_ms"].Value = OrNull(draft.ProcessingTimeMs);
        set["$message"].Value = draft.Message;
        set["$error"].Value = OrNull(ErrorBytes(draft.Error));
        _insertEvent.ExecuteNonQuery();
        LastSequence = sequence;
        return new ChartEvent(sequence, draft);
    }

    private static byte[]? ErrorBytes(ChartError? error) => error is null
        ? null
        : JsonSerializer.SerializeToUtf8Bytes(error, GenerationJson.Default.ChartError);

    private static void SetProgress(SqliteParameterCollection set, ChartRecord record)
    {
        set["$status"].Value = (long)record.Status;
        set["$reached"].Value = record.ReachedProvider ? 1L : 0L;
        set["$attempts"].Value = record.Attempts;
        set["$started_ms"].Value = OrNull(record.StartedAt?.ToUnixTimeMilliseconds());
        set["$finished_ms"].Value = OrNull(record.FinishedAt?.ToUnixTimeMilliseconds());
        set["$took_ms"].Value = OrNull(record.ProcessingTimeMs);
    }

    private static object OrNull<T>(T? value) => (object?)value ?? DBNull.Value;

    private ChartStatus? FindStatus(string requestId)
    {
        _findStatus.Parameters["$request_id"].Value = requestId;
        return _findStatus.ExecuteScalar() is long status ? (ChartStatus)status : null;
    }

    /// <summary>The id of a content, stored once however often it comes.</summary>
    private object Keep(ReadOnlyMemory<byte> content, byte[] sha256)
    {
        _findBlob.Parameters["$sha256"].Value = sha256;
        if (_findBlob.ExecuteScalar() is { } known) return known;
        SqliteParameterCollection set = _insertBlob.Parameters;
        set["$sha256"].Value = sha256;
        set["$size"].Value = (long)content.Length;
        set["$content"].Value = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(content, out var array)
            && array.Offset == 0 && array.Count == array.Array!.Length ? array.Array : content.ToArray();
        object id = _insertBlob.ExecuteScalar()!;
        set["$content"].Value = DBNull.Value;
        return id;
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (string name in parameters) command.Parameters.AddWithValue(name, DBNull.Value);
        command.Prepare();
        _commands.Add(command);
        return command;
    }
}
