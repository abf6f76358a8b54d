using System.Security.Cryptography;
using System.Text;
using Chartcast.Generation.Providers.ChartImg.Caches;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>One file a list, in the folder of the picture cache; there are as many as exchanges were asked
/// for.</summary>
public sealed class FileListCache : IListCache
{
    private readonly string _folder;
    private readonly TimeProvider _time;

    /// <summary>Makes a cache; the folder is made at the first use.</summary>
    /// <param name="directory">The state directory.</param>
    /// <param name="time">The clock of ages.</param>
    public FileListCache(string directory, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(time);
        _folder = Path.Combine(directory, FilePictureCache.FolderName);
        _time = time;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Find(string path, TimeSpan maximumAge)
    {
        try
        {
            string file = FileOf(path);
            if (!File.Exists(file)) return null;
            TimeSpan age = _time.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero);
            if (age < TimeSpan.Zero || age > maximumAge) return null;
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Keep(string path, ReadOnlyMemory<byte> list)
    {
        string file = FileOf(path);
        string beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            StatePermissions.MakeDirectory(_folder);
            using (FileStream open = StatePermissions.Open(beside, FileMode.CreateNew, FileShare.None))
                open.Write(list.Span);
            File.SetLastWriteTimeUtc(beside, _time.GetUtcNow().UtcDateTime);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is asked for again next time.
        }
    }

    private string FileOf(string path) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path))) + ".list");
}
