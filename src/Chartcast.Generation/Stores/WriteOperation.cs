using Chartcast.Generation.Events;

namespace Chartcast.Generation.Stores;

/// <summary>One write that waits for its commit.</summary>
internal abstract class WriteOperation
{
    /// <summary>The event it stored, to be told after the commit.</summary>
    public ChartEvent? Stored { get; protected set; }

    /// <summary>Whether its commit, and every one before it, survives a loss of power, too.</summary>
    public bool IsFlushed { get; init; }

    /// <summary>Makes the changes inside the open transaction.</summary>
    /// <exception cref="InvalidOperationException">It must not be done; nothing has been changed.</exception>
    public abstract void Apply(SqliteStatements statements);

    /// <summary>Tells the caller that it is committed.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was changed.</summary>
    public abstract void Fail(Exception exception);
}

/// <summary>A write with a result.</summary>
internal class WriteOperation<T>(Func<SqliteStatements, T> apply) : WriteOperation
{
    private readonly TaskCompletionSource<T> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    /// <summary>Ends after the commit.</summary>
    public Task<T> Committed => _committed.Task;

    public override void Apply(SqliteStatements statements)
    {
        _result = apply(statements);
        Stored = _result as ChartEvent;
    }

    public override void Complete() => _committed.TrySetResult(_result);

    public override void Fail(Exception exception) => _committed.TrySetException(exception);
}
