using Chartcast.Generation.Requests;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>The folder with the user's files: finds them by name and opens nothing else.</summary>
/// <remarks>
/// Only files that lie directly in the folder are found; a link is followed only to such a file. An empty file, and
/// with it every pipe and device, is refused before it is opened, so that opening cannot block.
/// </remarks>
internal sealed class DataFolder
{
    private const int MostFiles = 5_000;

    private static readonly string[] Endings = [".csv", ".txt", ".tsv"];
    private static readonly EnumerationOptions TopLevel =
        new() { RecurseSubdirectories = false, IgnoreInaccessible = false };

    private readonly string _root;

    /// <summary>Takes a folder, which need not exist yet.</summary>
    public DataFolder(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            full = new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        }
        catch (IOException)
        {
            // A link that leads nowhere: the folder is missing, which is said when it is asked for something.
        }

        _root = Path.TrimEndingDirectorySeparator(full);
    }

    /// <summary>Names without endings of the files there are, in order.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.DataUnreadable"/>: the folder is there, but may not
    /// be listed.</exception>
    public IReadOnlyList<string> Names()
    {
        if (!Directory.Exists(_root)) return [];
        try
        {
            return
            [
                .. Directory.EnumerateFiles(_root, "*", TopLevel)
                    .Where(HasEnding)
                    .Select(static path => Path.GetFileNameWithoutExtension(path))
                    .Where(static name => Symbol.TryParse($"{Symbol.FileExchange}:{name}", out _, out _))
                    .Take(MostFiles)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw CsvFault.FolderUnreadable(exception);
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Finds a file by its name without ending: as written, else without regard to case.</summary>
    /// <param name="name">A file name as <see cref="Symbol"/> allows it.</param>
    /// <returns>The file, checked to be a regular one of this folder; null when there is none.</returns>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.DataUnreadable"/>: there is something, but no file
    /// that may be read.</exception>
    public FileInfo? Find(string name)
    {
        foreach (string ending in Endings)
        {
            if (FindExact(name + ending) is FileInfo exact) return exact;
        }

        // "prices.csv" may be written with its ending.
        if (HasEnding(name) && FindExact(name) is FileInfo whole) return whole;
        string? other = Names().FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return other is null || other == name ? null : Find(other);
    }

    /// <summary>Finds a file by its full name, ending included.</summary>
    public FileInfo? FindExact(string fileName)
    {
        if (fileName.AsSpan().IndexOfAny('/', '\\', '\0') >= 0) return null;
        string path = Path.Combine(_root, fileName);
        if (Directory.Exists(path)) throw CsvFault.Unreadable(fileName, "is a directory, not a file.");
        var file = new FileInfo(path);
        if (!file.Exists && file.LinkTarget is null) return null;
        try
        {
            return Check(file, fileName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CsvFault.Unreadable(fileName, "cannot be looked at: check its permissions.", exception);
        }
    }

    /// <summary>Opens a file found here.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.DataUnreadable"/>.</exception>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return new FileStream(
                file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw CsvFault.Unreadable(
                file.Name, "cannot be read: give the server's user the right to read it.", exception);
        }
        catch (IOException exception)
        {
            throw CsvFault.Unreadable(file.Name, "cannot be opened: it may be locked or gone.", exception);
        }
    }

    private static bool HasEnding(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private FileInfo Check(FileInfo file, string fileName)
    {
        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileSystemInfo target)
        {
            bool isInside = string.Equals(Path.GetDirectoryName(target.FullName), _root, StringComparison.Ordinal);
            if (!isInside || target is not FileInfo { Exists: true } linked)
                throw CsvFault.Unreadable(
                    fileName, "is a link that leads out of the data folder: put the file itself there.");
            file = linked;
        }

        if (file.Length == 0) throw CsvFault.Unreadable(fileName, "is empty, or no regular file.");
        return file.Length <= CsvFileReader.LargestFile
            ? file
            : throw CsvFault.Unreadable(fileName, "is larger than 64 MB: split it, or keep longer bars.");
    }
}
