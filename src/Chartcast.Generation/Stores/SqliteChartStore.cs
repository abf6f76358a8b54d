using System.Security.Cryptography;
using Chartcast.Generation.Events;
using Chartcast.Generation.Providers;
using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Stores;

/// <summary>Keeps everything in one SQLite file of the state directory.</summary>
/// <remarks>
/// Touches the disk only when it is opened, which the first use does by itself. Measured against files beside it, a
/// picture of 20 KiB to 1 MiB is written about twice as fast inside; only beyond that would files win.
/// Pictures and bars are kept in the database, too, whatever their size: a picture, its numbers and its event appear in
/// one transaction, and nothing has to be swept up after a crash.
/// </remarks>
public sealed partial class SqliteChartStore : IChartStore
{
    private const string BootFact = "boot";

    private readonly SqliteStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteChartStore> _logger;
    private readonly SemaphoreSlim _openLock = new(1, 1);
    private volatile OpenStore? _open;
    private bool _isDisposed;

    /// <summary>Makes a store that is not open.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public SqliteChartStore(SqliteStoreOptions options, TimeProvider time, ILogger<SqliteChartStore> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Validate();
        _options = options;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public event Action<ChartEvent>? Committed;

    /// <inheritdoc/>
    public string Epoch => _open?.Epoch ?? "";

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken) => await OpenedAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        OpenStore open = await OpenedAsync(cancellationToken);
        if (!File.Exists(open.Directory.DatabasePath))
        {
            throw new ChartException(
                ChartErrorCode.StorageUnavailable,
                "The state directory's database was removed while in use; what is made now is lost at the end of the "
                    + "process. Restart the server.");
        }

        open.Reads.EventRange();
        if (!open.Writer.HasFailed) return;
        foreach (string step in SqliteSchema.Trial)
        {
            await open.Writer.WriteAsync(statements =>
            {
                SqliteConnections.Execute(statements.Connection, step);
                return true;
            });
        }

        open.Writer.HasFailed = false;
    }

    /// <inheritdoc/>
    public async ValueTask<ChartEvent> AddAsync(
        ChartRecord record, ChartEventDraft queued, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(queued);
        OpenStore open = await OpenedAsync(cancellationToken);
        byte[] request = ChartRequestCodec.Encode(record.Request);
        return await open.Writer.WriteAsync(statements => statements.Add(record, request, queued), isFlushed: false);
    }

    /// <inheritdoc/>
    public async ValueTask<ChartEvent> UpdateAsync(
        ChartRecord record, ChartEventDraft change, ChartProduct? product, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(change);
        OpenStore open = await OpenedAsync(cancellationToken);
        ProductBytes? bytes = product is null ? null : BytesOf(product);
        return await open.Writer.WriteAsync(
            statements => statements.Update(record, change, bytes), isFlushed: record.Status.IsFinal());
    }

    /// <inheritdoc/>
    public async ValueTask<ChartEvent> AppendAsync(ChartEventDraft progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        OpenStore open = await OpenedAsync(cancellationToken);
        return await open.Writer.WriteAsync(statements => statements.Append(progress), isFlushed: false);
    }

    /// <inheritdoc/>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        OpenStore open = await OpenedAsync(cancellationToken);
        // A commit without a change would flush nothing.
        await open.Writer.WriteAsync(statements =>
        {
            SqliteConnections.Execute(statements.Connection, "UPDATE facts SET value = value WHERE name = 'clean'");
            return true;
        });
    }

    /// <inheritdoc/>
    public async ValueTask<ChartRecord?> FindAsync(string requestId, CancellationToken cancellationToken) =>
        (await OpenedAsync(cancellationToken)).Reads.Find(requestId);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChartRecord>> RecentAsync(
        RecentFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return (await OpenedAsync(cancellationToken)).Reads.Recent(filter);
    }

    /// <inheritdoc/>
    public async ValueTask<ChartImage?> FindImageAsync(string requestId, CancellationToken cancellationToken) =>
        (await OpenedAsync(cancellationToken)).Reads.FindImage(requestId);

    /// <inheritdoc/>
    public async ValueTask<ChartBars?> FindBarsAsync(string requestId, CancellationToken cancellationToken)
    {
        byte[]? bytes = (await OpenedAsync(cancellationToken)).Reads.FindBars(requestId);
        try
        {
            return bytes is null ? null : ChartBarsCodec.Decode(bytes);
        }
        catch (FormatException exception)
        {
            throw new ChartException(
                ChartErrorCode.StorageUnavailable, "The stored bars of this chart are damaged; ask for it again.",
                exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChartEvent>> EventsAfterAsync(
        long sequence, int limit, CancellationToken cancellationToken) =>
        (await OpenedAsync(cancellationToken)).Reads.EventsAfter(sequence, limit);

    /// <inheritdoc/>
    public async ValueTask<(long Oldest, long Newest)> EventRangeAsync(CancellationToken cancellationToken) =>
        (await OpenedAsync(cancellationToken)).Reads.EventRange();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChartRecord>> UnfinishedAsync(CancellationToken cancellationToken) =>
        (await OpenedAsync(cancellationToken)).Reads.Unfinished();

    /// <inheritdoc/>
    public async ValueTask<RetentionResult> ApplyRetentionAsync(
        RetentionLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(limits);
        OpenStore open = await OpenedAsync(cancellationToken);
        long cutoffMs = (_time.GetUtcNow() - limits.MaximumAge).ToUnixTimeMilliseconds();
        RetentionResult aged = await RemoveAsync(
            open, statements => SqliteRetention.RemoveAged(statements, cutoffMs), cancellationToken);
        RetentionResult surplus = await RemoveAsync(
            open, statements => SqliteRetention.RemoveSurplus(statements, limits.MaximumBytes), cancellationToken);
        var removed = new RetentionResult(aged.Requests + surplus.Requests, aged.Bytes + surplus.Bytes);
        if (removed.Bytes > 0) await open.Writer.WriteAsync(SqliteRetention.Shrink);
        return removed;
    }

    /// <summary>Commits what waits, folds the log into the file and gives the state directory back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _openLock.WaitAsync();
        try
        {
            if (_isDisposed) return;
            _isDisposed = true;
            if (_open is not { } open) return;
            await open.Writer.DisposeAsync();
            open.Connections.Dispose();
            open.Directory.Dispose();
        }
        finally
        {
            _openLock.Release();
        }
    }

    private static async ValueTask<RetentionResult> RemoveAsync(
        OpenStore open, Func<SqliteStatements, (RetentionResult Removed, bool IsDone)> step,
        CancellationToken cancellationToken)
    {
        int requests = 0;
        long bytes = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (RetentionResult removed, bool isDone) = await open.Writer.WriteAsync(step);
            requests += removed.Requests;
            bytes += removed.Bytes;
            if (isDone) return new RetentionResult(requests, bytes);
        }
    }

    private static ProductBytes BytesOf(ChartProduct product)
    {
        byte[]? bars = product.Bars is null ? null : ChartBarsCodec.Encode(product.Bars);
        return new ProductBytes(
            product.Image.Bytes, Convert.FromHexString(product.Image.Sha256), bars,
            bars is null ? null : SHA256.HashData(bars));
    }

    private async ValueTask<OpenStore> OpenedAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_open is { } open && !_isDisposed) return open;
        await _openLock.WaitAsync(cancellationToken);
        try
        {
            if (_isDisposed)
            {
                throw new ChartException(
                    ChartErrorCode.StorageUnavailable, "The store is closed: the server is stopping.");
            }

            return _open ??= Open();
        }
        finally
        {
            _openLock.Release();
        }
    }

    private OpenStore Open()
    {
        StateDirectory directory = StateDirectory.Take(_options.Directory);
        SqliteConnections? connections = null;
        SqliteConnection? connection = null;
        try
        {
            connections = new SqliteConnections(directory.DatabasePath, _options.BusyTimeout);
            connection = connections.OpenWriter();
            SqliteSchema.Migrate(connection);
            bool wasUnclean = CheckAfterUncleanStop(connection);
            bool mayHaveLost = NoteBoot(connection) && wasUnclean;
            string epoch = Fact(connection, "epoch");
            var writer = new SqliteWriter(connections, connection, _options, mayHaveLost, Tell, _logger);
            LogOpened(SqliteSchema.Version);
            return new OpenStore(directory, connections, writer, new SqliteReads(connections), epoch);
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            connections?.Dispose();
            directory.Dispose();
            if (exception is SqliteException failure) throw SqliteConnections.Unavailable(failure);
            throw;
        }
    }

    private void Tell(ChartEvent chartEvent) => Committed?.Invoke(chartEvent);

    private bool CheckAfterUncleanStop(SqliteConnection connection)
    {
        bool wasUnclean = Fact(connection, "clean") != "1";
        if (wasUnclean)
        {
            LogUncleanStop();
            using SqliteCommand check = connection.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (check.ExecuteScalar() as string != "ok")
            {
                throw new ChartException(
                    ChartErrorCode.StorageUnavailable,
                    "The state directory's database is damaged: restore a backup, or move it away to begin anew.");
            }
        }

        SqliteConnections.Execute(connection, "UPDATE facts SET value = '0' WHERE name = 'clean'");
        return wasUnclean;
    }

    /// <summary>Notes the machine's run.</summary>
    /// <returns>Whether it is another one than the last time.</returns>
    private bool NoteBoot(SqliteConnection connection)
    {
        string boot = _options.BootId ?? MachineBoot.Id();
        if (Fact(connection, BootFact) == boot) return false;
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO facts VALUES ($name, $boot)";
        command.Parameters.AddWithValue("$name", BootFact);
        command.Parameters.AddWithValue("$boot", boot);
        command.ExecuteNonQuery();
        return true;
    }

    private static string Fact(SqliteConnection connection, string name)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM facts WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string ?? "";
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The store is open, schema {Version}")]
    private partial void LogOpened(int version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last process did not stop cleanly; checking the store")]
    private partial void LogUncleanStop();

    private sealed record OpenStore(
        StateDirectory Directory, SqliteConnections Connections, SqliteWriter Writer, SqliteReads Reads, string Epoch);
}
