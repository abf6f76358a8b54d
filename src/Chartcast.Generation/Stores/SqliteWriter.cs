using System.Threading.Channels;
using Chartcast.Generation.Events;
using Chartcast.Generation.Requests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Chartcast.Generation.Stores;

/// <summary>
/// The one thread that writes: takes what is waiting, commits it in one transaction, tells the events, answers the
/// callers.
/// </summary>
/// <remarks>A commit that somebody is told of costs one flush to the disk however many writes it holds; while it is
/// flushed the next ones gather.</remarks>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    /// <summary>More than are told between two flushes.</summary>
    public const long SequencesLeftOut = 1_000_000;

    private readonly SqliteConnections _connections;
    private readonly Channel<WriteOperation> _queue;
    private readonly Action<ChartEvent> _tell;
    private readonly ILogger _logger;
    private readonly int _maximumBatch;
    private readonly Thread _thread;
    private readonly List<WriteOperation> _applied = [];
    private SqliteConnection? _connection;
    private SqliteStatements? _statements;
    private long _lastSequence;
    private volatile bool _hasFailed;

    /// <summary>Starts the thread.</summary>
    /// <param name="connections">Opens the connection anew after a failure.</param>
    /// <param name="connection">The open connection, which now belongs to the writer.</param>
    /// <param name="options">Batch and queue.</param>
    /// <param name="mayHaveLost">Whether events may have been told that the file does not have.</param>
    /// <param name="tell">Told every committed event in order.</param>
    /// <param name="logger">Told failures.</param>
    public SqliteWriter(
        SqliteConnections connections, SqliteConnection connection, SqliteStoreOptions options,
        bool mayHaveLost, Action<ChartEvent> tell, ILogger logger)
    {
        _connections = connections;
        _connection = connection;
        _statements = new SqliteStatements(connection);
        // Events that a loss of power took away may have been told: their sequences are never given again.
        _lastSequence = _statements.NewestSequence() + (mayHaveLost ? SequencesLeftOut : 0);
        _maximumBatch = options.MaximumBatch;
        _tell = tell;
        _logger = logger;
        _queue = Channel.CreateBounded<WriteOperation>(
            new BoundedChannelOptions(options.WriteQueueCapacity) { SingleReader = true });
        _thread = new Thread(Run) { IsBackground = true, Name = "chartcast store" };
        _thread.Start();
    }

    /// <summary>Whether the disk or the file refused a commit since this was last set to false. Small writes may
    /// still pass where a picture finds no room, so a commit alone does not take it back.</summary>
    public bool HasFailed
    {
        get => _hasFailed;
        set => _hasFailed = value;
    }

    /// <summary>Queues a write and waits for its commit.</summary>
    /// <param name="apply">Makes the changes.</param>
    /// <param name="isFlushed">Whether it is on the disk when this returns, with all before it; else it survives the
    /// end of the process, however it ends, and reaches the disk with the next one that is.</param>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>; nothing was
    /// changed.</exception>
    public async ValueTask<T> WriteAsync<T>(Func<SqliteStatements, T> apply, bool isFlushed = true)
    {
        var operation = new WriteOperation<T>(apply) { IsFlushed = isFlushed };
        if (!_queue.Writer.TryWrite(operation))
        {
            try
            {
                await _queue.Writer.WriteAsync(operation);
            }
            catch (ChannelClosedException)
            {
                throw Closed();
            }
        }

        return await operation.Committed;
    }

    /// <summary>Commits what waits, folds the log into the file, marks the stop as clean, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await Task.Run(_thread.Join);
    }

    private static ChartException Closed() =>
        new(ChartErrorCode.StorageUnavailable, "The store is closed: the server is stopping.");

    private void Run()
    {
        var batch = new List<WriteOperation>(_maximumBatch);
        while (WaitForWork())
        {
            while (batch.Count < _maximumBatch && _queue.Reader.TryRead(out WriteOperation? next)) batch.Add(next);
            Commit(batch);
            batch.Clear();
        }

        CloseCleanly();
    }

    // The thread is the writer's own: waiting here blocks nobody.
    private bool WaitForWork() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void Commit(List<WriteOperation> batch)
    {
        long before = _lastSequence;
        _applied.Clear();
        try
        {
            SqliteStatements statements = Open();
            statements.LastSequence = before;
            statements.Begin(batch.Exists(static operation => operation.IsFlushed));
            foreach (WriteOperation operation in batch) Apply(operation, statements);
            statements.Commit();
            _lastSequence = statements.LastSequence;
        }
        catch (Exception exception)
        {
            RollBack(exception);
            _hasFailed |= SqliteConnections.IsOfTheDisk(exception);
            if (batch.Count > 1 && !SqliteConnections.IsOfTheDisk(exception)) CommitOneByOne(batch);
            else FailAll(batch, exception);
            return;
        }

        foreach (WriteOperation operation in _applied)
        {
            if (operation.Stored is { } stored) Tell(stored);
        }

        foreach (WriteOperation operation in _applied) operation.Complete();
    }

    private void Tell(ChartEvent stored)
    {
        try
        {
            _tell(stored);
        }
        catch (Exception exception)
        {
            // An observer's bug must not stop the writing.
            LogObserver(stored.Sequence, exception);
        }
    }

    private void Apply(WriteOperation operation, SqliteStatements statements)
    {
        try
        {
            operation.Apply(statements);
            _applied.Add(operation);
        }
        catch (InvalidOperationException exception)
        {
            operation.Fail(exception);
        }
    }

    /// <summary>Keeps a write that cannot be done from taking its neighbours along.</summary>
    private void CommitOneByOne(List<WriteOperation> batch)
    {
        foreach (WriteOperation operation in batch.ToArray()) Commit([operation]);
    }

    private static void FailAll(List<WriteOperation> batch, Exception exception)
    {
        Exception told = exception is SqliteException failure ? SqliteConnections.Unavailable(failure) : exception;
        foreach (WriteOperation operation in batch) operation.Fail(told);
    }

    private SqliteStatements Open()
    {
        if (_statements is not null) return _statements;
        _connection = _connections.OpenWriter();
        return _statements = new SqliteStatements(_connection);
    }

    /// <summary>Takes the transaction back. A connection whose file failed is replaced, so that nothing of the failure
    /// stays; a full disk is no such failure, and readers live on the open connection's shared memory.</summary>
    private void RollBack(Exception exception)
    {
        if (exception is SqliteException) LogFailed(exception);
        try
        {
            _statements?.RollBack();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }

        if (SqliteConnections.NeedsNewConnection(exception)) CloseConnection();
    }

    private void CloseConnection()
    {
        try
        {
            _statements?.Dispose();
            _connection?.Dispose();
        }
        catch (SqliteException exception)
        {
            LogFailed(exception);
        }

        _statements = null;
        _connection = null;
    }

    private void CloseCleanly()
    {
        try
        {
            Open();
            SqliteConnections.Execute(_connection!, "UPDATE facts SET value = '1' WHERE name = 'clean'");
            SqliteConnections.Execute(_connection!, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException exception)
        {
            LogFailed(exception);
        }

        CloseConnection();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An observer of event {Sequence} failed")]
    private partial void LogObserver(long sequence, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store failed to write")]
    private partial void LogFailed(Exception exception);
}
