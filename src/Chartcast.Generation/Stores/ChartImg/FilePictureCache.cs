using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chartcast.Generation.Providers.ChartImg.Caches;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Stores.ChartImg;

/// <summary>One file a picture in a folder that all processes share, bounded by size and age.</summary>
/// <remarks>A file is written beside its name and renamed, so that readers see whole ones only; its hash is checked at
/// each reading. Locks are files that are never removed, a few thousand at most: removing one that somebody waits for
/// would let two in.</remarks>
public sealed class FilePictureCache : IPictureCache
{
    /// <summary>The folder's name in the state directory.</summary>
    public const string FolderName = "chart-img-cache";

    private const string Ending = ".picture";
    private const string Mark = "chartcast-picture-1";
    private const int LockDigits = 3;
    private const int LongestHeader = 2_048;
    private const int WritesBetweenSweeps = 1_024;
    private const double FilledAfterSweep = 0.9;
    private static readonly TimeSpan OldestPicture = TimeSpan.FromHours(48);

    private readonly string _folder;
    private readonly long _maximumBytes;
    private readonly TimeProvider _time;
    private int _writes;
    private long _bytes;

    /// <summary>Makes a cache; the folder is made at the first use.</summary>
    /// <param name="directory">The state directory.</param>
    /// <param name="maximumBytes">How much it may hold; the oldest pictures go first.</param>
    /// <param name="time">The clock of ages.</param>
    public FilePictureCache(string directory, long maximumBytes, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(time);
        _folder = Path.Combine(directory, FolderName);
        _maximumBytes = maximumBytes;
        _time = time;
    }

    /// <inheritdoc/>
    public CachedPicture? Find(string name, TimeSpan maximumAge)
    {
        try
        {
            string path = PathOf(name);
            if (!File.Exists(path)) return null;
            CachedPicture? picture = Read(File.ReadAllBytes(path));
            if (picture is null) File.Delete(path);
            TimeSpan? age = _time.GetUtcNow() - picture?.FetchedAt;
            return age >= TimeSpan.Zero && age <= maximumAge ? picture : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Keep(string name, CachedPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        string path = PathOf(name);
        string beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            StatePermissions.MakeDirectory(_folder);
            using (FileStream file = StatePermissions.Open(beside, FileMode.CreateNew, FileShare.None))
            {
                file.Write(HeaderOf(picture));
                file.Write(picture.Image.Bytes.Span);
            }

            File.SetLastWriteTimeUtc(beside, picture.FetchedAt.UtcDateTime);
            File.Move(beside, path, overwrite: true);
            long bytes = Interlocked.Add(ref _bytes, picture.Image.Bytes.Length);
            // Other processes write, too: the folder is looked at now and then, not only when this one has filled it.
            if (bytes > _maximumBytes || Interlocked.Increment(ref _writes) % WritesBetweenSweeps == 1) Sweep();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
        }
    }

    /// <inheritdoc/>
    public IDisposable? TryHold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            StatePermissions.MakeDirectory(_folder);
            return StatePermissions.Open(
                Path.Combine(_folder, $"{name[..LockDigits]}.lock"), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException exception) when (StatePermissions.IsHeldByAnother(exception))
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be written holds nobody up.
            return new MemoryStream();
        }
    }

    /// <summary>Removes what is too old, and the oldest when there is too much.</summary>
    internal void Sweep()
    {
        DateTime oldest = (_time.GetUtcNow() - OldestPicture).UtcDateTime;
        FileInfo[] files =
        [
            .. new DirectoryInfo(_folder).EnumerateFiles("*" + Ending + "*").OrderByDescending(
                static file => file.LastWriteTimeUtc),
        ];
        // A little room is made at once, so that a full cache is not looked through at every picture.
        bool isFull = files.Sum(static file => file.Length) > _maximumBytes;
        long limit = isFull ? (long)(_maximumBytes * FilledAfterSweep) : _maximumBytes;
        long kept = 0;
        foreach (FileInfo file in files)
        {
            if (kept + file.Length > limit || file.LastWriteTimeUtc < oldest) TryDelete(file.FullName);
            else kept += file.Length;
        }

        Interlocked.Exchange(ref _bytes, kept);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next sweep tries again.
        }
    }

    private static byte[] HeaderOf(CachedPicture picture) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{Mark} {picture.Image.Format} {picture.Image.WidthPx} {picture.Image.HeightPx} {picture.Image.Sha256} "
        + $"{picture.FetchedAt.ToUnixTimeMilliseconds()} {picture.Stored?.Url} "
        + $"{picture.Stored?.ExpiresAt?.ToUnixTimeMilliseconds()}\n"));

    private static CachedPicture? Read(byte[] file)
    {
        int end = file.AsSpan(0, Math.Min(file.Length, LongestHeader)).IndexOf((byte)'\n');
        if (end < 0) return null;
        string[] parts = Encoding.UTF8.GetString(file, 0, end).Split(' ');
        ReadOnlyMemory<byte> bytes = file.AsMemory(end + 1);
        if (parts.Length != 8 || parts[0] != Mark
            || !Enum.TryParse(parts[1], out ImageFormat format)
            || !int.TryParse(parts[2], CultureInfo.InvariantCulture, out int width)
            || !int.TryParse(parts[3], CultureInfo.InvariantCulture, out int height)
            || !long.TryParse(parts[5], CultureInfo.InvariantCulture, out long fetchedMs)
            || Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) != parts[4])
            return null;
        DateTimeOffset? expires = long.TryParse(parts[7], CultureInfo.InvariantCulture, out long expiresMs)
            ? DateTimeOffset.FromUnixTimeMilliseconds(expiresMs)
            : null;
        StoredReport? stored = parts[6].Length > 0 ? new StoredReport(parts[6], expires) : null;
        return new CachedPicture(
            new ChartImage(format, width, height, bytes, parts[4]),
            DateTimeOffset.FromUnixTimeMilliseconds(fetchedMs), stored);
    }

    private string PathOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length < LockDigits || !name.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("A picture's name is lower-case hexadecimal.", nameof(name));
        return Path.Combine(_folder, name + Ending);
    }
}
