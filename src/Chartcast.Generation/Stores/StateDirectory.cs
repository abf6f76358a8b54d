using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Stores;

/// <summary>The directory of everything that survives the process, held by one process at a time.</summary>
internal sealed class StateDirectory : IDisposable
{
    private readonly FileStream _lock;

    private StateDirectory(string path, FileStream @lock)
    {
        DatabasePath = Path.Combine(path, "chartcast.db");
        _lock = @lock;
    }

    /// <summary>The database file.</summary>
    public string DatabasePath { get; }

    /// <summary>Makes the directory when it is missing, and takes its lock.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.StorageUnavailable"/>: another process holds it, or
    /// it
    /// cannot be made or written.</exception>
    public static StateDirectory Take(string path)
    {
        try
        {
            StatePermissions.MakeDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(exception);
        }

        try
        {
            FileStream held = StatePermissions.Open(
                Path.Combine(path, "chartcast.lock"), FileMode.OpenOrCreate, FileShare.None);
            var directory = new StateDirectory(path, held);
            directory.MakePrivate();
            return directory;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(exception);
        }
        catch (IOException exception) when (StatePermissions.IsHeldByAnother(exception))
        {
            throw new ChartException(
                ChartErrorCode.StorageUnavailable,
                "Another Chartcast process uses the state directory: stop it, or give this one a directory of its own "
                    + "with --state or CHARTCAST_STATE_DIR.",
                exception);
        }
        catch (IOException exception)
        {
            throw NotWritable(exception);
        }
    }

    /// <summary>Gives the directory back.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Makes the database's file for its owner alone, also where the directory was there before and is open
    /// to others.</summary>
    private void MakePrivate()
    {
        try
        {
            StatePermissions.MakeFile(DatabasePath);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private static ChartException NotWritable(Exception exception) => new(
        ChartErrorCode.StorageUnavailable,
        "The state directory cannot be written: free the disk or its permissions, or name another directory "
            + "with --state or CHARTCAST_STATE_DIR.",
        exception);
}
