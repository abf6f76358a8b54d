using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Stores;

/// <summary>The directory of everything that survives the process, held by one process at a time.</summary>
internal sealed class StateDirectory : IDisposable
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

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
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
            else Directory.CreateDirectory(path, OwnerOnly);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(exception);
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            // On Unix this is an advisory lock (flock), which ends with the process however it ends.
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerReadWrite;
        try
        {
            var directory = new StateDirectory(path, new FileStream(Path.Combine(path, "chartcast.lock"), options));
            directory.MakePrivate(options);
            return directory;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(exception);
        }
        catch (IOException exception) when (IsHeldByAnother(exception))
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
    /// to others. SQLite gives the files beside it the same permissions.</summary>
    private void MakePrivate(FileStreamOptions options)
    {
        if (File.Exists(DatabasePath)) return;
        try
        {
            new FileStream(DatabasePath, options).Dispose();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private static bool IsHeldByAnother(IOException exception)
    {
        const int SharingViolation = unchecked((int)0x80070020);
        const int WouldBlockLinux = 11;
        const int WouldBlockMac = 35;
        return exception.HResult is SharingViolation or WouldBlockLinux or WouldBlockMac;
    }

    private static ChartException NotWritable(Exception exception) => new(
        ChartErrorCode.StorageUnavailable,
        "The state directory cannot be written: free the disk or its permissions, or name another directory "
            + "with --state or CHARTCAST_STATE_DIR.",
        exception);
}
