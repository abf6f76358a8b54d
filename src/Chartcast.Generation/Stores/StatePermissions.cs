namespace Chartcast.Generation.Stores;

/// <summary>Makes what survives the process for its owner alone.</summary>
internal static class StatePermissions
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OwnerReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a directory when it is missing.</summary>
    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }

    /// <summary>Makes a file when it is missing. SQLite gives the files beside a database its permissions.</summary>
    public static void MakeFile(string path)
    {
        if (!File.Exists(path)) Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
    }

    /// <summary>Opens a file to read and write.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">Whether it is made.</param>
    /// <param name="share">On Unix, <see cref="FileShare.None"/> is an advisory lock (flock), which ends with the
    /// process however it ends.</param>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerReadWrite;
        return new FileStream(path, options);
    }

    /// <summary>Whether a file could not be opened because another process, or another stream of this one, holds
    /// it.</summary>
    public static bool IsHeldByAnother(IOException exception)
    {
        const int SharingViolation = unchecked((int)0x80070020);
        const int WouldBlockLinux = 11;
        const int WouldBlockMac = 35;
        return exception.HResult is SharingViolation or WouldBlockLinux or WouldBlockMac;
    }
}
