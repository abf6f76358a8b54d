namespace Chartcast.Generation.MarketData.Csv;

/// <summary>Keeps histories of files as long as the files stay the same and there is room.</summary>
/// <remarks>Safe for concurrent use; a file that several ask for at once is read once.</remarks>
internal sealed class CsvHistoryCache
{
    /// <summary>How many bars are kept at most, about 50 bytes each.</summary>
    private const int MostBars = 4_000_000;

    private const int MostFiles = 256;

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, Entry> _entries = [];
    private long _uses;

    /// <summary>Gives a file's history if it was read before, without touching the file.</summary>
    /// <param name="file">The file as it is now.</param>
    /// <param name="options">How to read it.</param>
    public BarHistory? Find(FileInfo file, CsvFileOptions options)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(KeyOf(file, options), out Entry? known) || !known.History.IsValueCreated)
                return null;
            known.LastUse = ++_uses;
            return known.History.Value;
        }
    }

    /// <summary>Gives a file's history, read now or before.</summary>
    /// <param name="file">The file as it is now.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="Requests.ChartException">The file cannot be read; that is not remembered.</exception>
    public BarHistory Get(FileInfo file, CsvFileOptions options)
    {
        Key key = KeyOf(file, options);
        Entry entry;
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out Entry? known))
            {
                known = new Entry(new Lazy<BarHistory>(() => Read(file, options)));
                _entries[key] = known;
            }

            known.LastUse = ++_uses;
            entry = known;
        }

        try
        {
            BarHistory history = entry.History.Value;
            lock (_lock) MakeRoom(key);
            return history;
        }
        catch
        {
            lock (_lock) _entries.Remove(key);
            throw;
        }
    }

    private static Key KeyOf(FileInfo file, CsvFileOptions options) =>
        new(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks, options);

    private static BarHistory Read(FileInfo file, CsvFileOptions options)
    {
        using FileStream stream = DataFolder.Open(file);
        CsvTable table = CsvFileReader.Read(stream, file.Name, options);
        return CsvHistoryBuilder.Build(table, file.Name, options);
    }

    private void MakeRoom(Key keep)
    {
        while (_entries.Count > 1 && (_entries.Count > MostFiles || HeldBars() > MostBars))
        {
            // Older versions of a file are the least recently used ones, too.
            Key oldest = _entries.Where(pair => pair.Key != keep && pair.Value.History.IsValueCreated)
                .OrderBy(static pair => pair.Value.LastUse).Select(static pair => pair.Key).FirstOrDefault();
            if (oldest == default) return;
            _entries.Remove(oldest);
        }
    }

    private long HeldBars() => _entries.Values
        .Where(static entry => entry.History.IsValueCreated).Sum(static entry => (long)entry.History.Value.HeldBars);

    private readonly record struct Key(string Path, long Length, long WriteTicks, CsvFileOptions Options);

    private sealed class Entry(Lazy<BarHistory> history)
    {
        public Lazy<BarHistory> History => history;

        public long LastUse { get; set; }
    }
}
