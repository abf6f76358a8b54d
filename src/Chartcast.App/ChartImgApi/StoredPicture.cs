using System.Globalization;
using System.Text.RegularExpressions;

namespace Chartcast.App.ChartImgApi;

/// <summary>The place of a stored picture: its name says when it expires.</summary>
/// <param name="Date">The day it expires, as <c>yyyymmdd</c>.</param>
/// <param name="File">128 random bits as a UUID, the time of day it expires as <c>HHmmssfff</c>, and
/// <c>.png</c> or <c>.jpeg</c>.</param>
/// <param name="ExpiresAt">When it expires.</param>
internal sealed partial record StoredPicture(string Date, string File, DateTimeOffset ExpiresAt)
{
    private const string DateFormat = "yyyyMMdd";
    private const string TimeFormat = "HHmmssfff";
    private const int TimeDigits = 9;
    private const string JpegEnding = ".jpeg";

    /// <summary>The picture's media type.</summary>
    public string MimeType => File.EndsWith(JpegEnding, StringComparison.Ordinal) ? "image/jpeg" : "image/png";

    /// <summary>Makes a new name.</summary>
    /// <param name="id">128 random bits.</param>
    /// <param name="isJpeg">Whether it is a JPEG; else a PNG.</param>
    /// <param name="expiresAt">When it expires.</param>
    public static StoredPicture New(Guid id, bool isJpeg, DateTimeOffset expiresAt)
    {
        DateTime utc = expiresAt.UtcDateTime;
        // What the name cannot say is not promised either.
        utc = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
        string time = utc.ToString(TimeFormat, CultureInfo.InvariantCulture);
        return new StoredPicture(
            utc.ToString(DateFormat, CultureInfo.InvariantCulture),
            $"{id:D}-{time}{(isJpeg ? JpegEnding : ".png")}",
            new DateTimeOffset(utc, TimeSpan.Zero));
    }

    /// <summary>Reads a name from anyone; null when it is none, so that nothing else ever reaches the disk.</summary>
    public static StoredPicture? Parse(string date, string file)
    {
        if (date.Length != DateFormat.Length || !FileName().IsMatch(file)) return null;
        string time = file.Substring(file.LastIndexOf('-') + 1, TimeDigits);
        return DateTime.TryParseExact(
            date + time, DateFormat + TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime moment)
            ? new StoredPicture(date, file, new DateTimeOffset(moment, TimeSpan.Zero))
            : null;
    }

    [GeneratedRegex(
        @"\A[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9]{9}\.(?:png|jpeg)\z", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
