using System.Security.Cryptography;
using Chartcast.Generation.Requests;

namespace Chartcast.App.ChartImgApi;

/// <summary>Pictures that anyone may fetch until they expire: files in a folder a day of expiry.</summary>
/// <remarks>They are apart from the history because they promise a time: retention does not remove them. What has
/// expired is removed once a day, when something is stored.</remarks>
internal sealed partial class StoredPictures(
    string folder, long maximumBytes, TimeProvider time, ILogger logger)
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string TemporaryEnding = ".part";
    private const int DateDigits = 8;

    private readonly Lock _lock = new();
    private DateOnly _sweptOn;
    private long _bytes;

    /// <summary>Stores a picture; what this returned survives a crash.</summary>
    /// <param name="image">The picture, PNG or JPEG.</param>
    /// <param name="keep">For how long.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <exception cref="ApiException">There is no room, or the disk cannot be written.</exception>
    public async Task<StoredPicture> SaveAsync(ChartImage image, TimeSpan keep, CancellationToken cancellationToken)
    {
        var picture = StoredPicture.New(
            new Guid(RandomNumberGenerator.GetBytes(16)), image.Format == ImageFormat.Jpeg, time.GetUtcNow() + keep);
        string target = PathOf(picture);
        string temporary = target + TemporaryEnding;
        bool isKept = false;
        bool isReserved = false;
        try
        {
            Reserve(image.Bytes.Length);
            isReserved = true;
            Make(Path.GetDirectoryName(target)!);
            await WriteAsync(temporary, image.Bytes, cancellationToken);
            File.Move(temporary, target);
            isKept = true;
            return picture;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogCannotWrite(exception.Message);
            throw new ApiException(ApiErrors.SomethingWentWrong, exception);
        }
        finally
        {
            if (isReserved && !isKept) Release(image.Bytes.Length, temporary);
        }
    }

    /// <summary>The bytes of a picture; null when there is none, or none any more.</summary>
    public async Task<byte[]?> FindAsync(StoredPicture picture, CancellationToken cancellationToken)
    {
        if (picture.ExpiresAt <= time.GetUtcNow()) return null;
        try
        {
            return await File.ReadAllBytesAsync(PathOf(picture), cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>How long a picture is still there.</summary>
    public TimeSpan LeftOf(StoredPicture picture) => picture.ExpiresAt - time.GetUtcNow();

    private string PathOf(StoredPicture picture) => Path.Combine(folder, picture.Date, picture.File);

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await file.WriteAsync(bytes, cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }

    private void Reserve(long bytes)
    {
        lock (_lock)
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (today != _sweptOn)
            {
                Make(folder);
                _bytes = Sweep(today);
                _sweptOn = today;
            }

            if (_bytes + bytes <= maximumBytes) _bytes += bytes;
            else throw new IOException("The room for stored pictures is used up: CHARTCAST_CHART_IMG_STORAGE_MB.");
        }
    }

    private void Release(long bytes, string temporary)
    {
        lock (_lock) _bytes = Math.Max(0, _bytes - bytes);
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next day's sweep takes it with its folder.
        }
    }

    /// <summary>Removes the days that are over, and what a crash left half written.</summary>
    /// <returns>How many bytes are left.</returns>
    private long Sweep(DateOnly today)
    {
        long left = 0;
        string now = today.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (string day in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(day);
            if (name.Length != DateDigits || !name.All(char.IsAsciiDigit)) continue;
            if (string.CompareOrdinal(name, now) < 0) Directory.Delete(day, recursive: true);
            else
            {
                foreach (string file in Directory.EnumerateFiles(day))
                {
                    if (file.EndsWith(TemporaryEnding, StringComparison.Ordinal)) File.Delete(file);
                    else left += new FileInfo(file).Length;
                }
            }
        }

        return left;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A picture could not be stored: {Reason}")]
    private partial void LogCannotWrite(string reason);
}
