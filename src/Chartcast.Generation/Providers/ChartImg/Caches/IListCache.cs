namespace Chartcast.Generation.Providers.ChartImg.Caches;

/// <summary>Keeps lists of exchanges and symbols across restarts. Safe for concurrent use; never fails.</summary>
public interface IListCache
{
    /// <summary>The list kept for a path; null when there is none as young as that.</summary>
    ReadOnlyMemory<byte>? Find(string path, TimeSpan maximumAge);

    /// <summary>Keeps a list.</summary>
    void Keep(string path, ReadOnlyMemory<byte> list);
}
