using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.ChartImg.Caches;

/// <summary>Keeps what was paid for, across restarts and for every process of a user.</summary>
/// <remarks>Safe for concurrent use. A cache that cannot be read or written finds and keeps nothing; it never fails a
/// chart.</remarks>
public interface IPictureCache
{
    /// <summary>The picture kept under a name; null when there is none as young as that.</summary>
    /// <param name="name">Lower-case hexadecimal digits, from <see cref="PictureNames"/>.</param>
    /// <param name="maximumAge">How old it may be.</param>
    CachedPicture? Find(string name, TimeSpan maximumAge);

    /// <summary>Keeps a picture.</summary>
    void Keep(string name, CachedPicture picture);

    /// <summary>Holds a name among all processes; null when another holds it now.</summary>
    /// <returns>Dispose it to let go; it is let go when the process ends, too.</returns>
    IDisposable? TryHold(string name);
}

/// <summary>A picture that was kept.</summary>
/// <param name="Image">The picture.</param>
/// <param name="FetchedAt">When it came.</param>
/// <param name="Stored">Where Chart-IMG keeps it, or null.</param>
public sealed record CachedPicture(ChartImage Image, DateTimeOffset FetchedAt, StoredReport? Stored);
