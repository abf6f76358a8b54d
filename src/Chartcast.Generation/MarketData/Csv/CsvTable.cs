using System.Runtime.InteropServices;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>The rows of a file in its own order, and what was left out of them.</summary>
internal sealed class CsvTable(CsvLayout layout)
{
    /// <summary>Stands for an offset from UTC that a row does not give.</summary>
    public const int NoOffset = int.MinValue;

    /// <summary>The file's layout.</summary>
    public CsvLayout Layout => layout;

    /// <summary>Rows; open times are wall-clock times with the month first, <see cref="CsvTime.Nothing"/> where that
    /// fails.</summary>
    public List<Bar> Bars { get; } = [];

    /// <summary>The same times read with the day first; null while the two readings are the same for every
    /// row.</summary>
    public List<long>? DayFirstTimes { get; private set; }

    /// <summary>Offsets from UTC in minutes.</summary>
    public List<int> OffsetMinutes { get; } = [];

    /// <summary>Whether any row gave a time of day.</summary>
    public bool HasTimes { get; private set; }

    /// <summary>Lines that could not be read.</summary>
    public int Broken { get; private set; }

    /// <summary>Number of the first line that could not be read, and why; 0 when there is none.</summary>
    public (int Line, string Reason) FirstBroken { get; private set; }

    /// <summary>Lines without prices, and notes such as dividends: left out, but not broken.</summary>
    public int Empty { get; private set; }

    /// <summary>Different symbols seen; at most a few are kept.</summary>
    public SortedSet<string> Tickers { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a line that could not be read.</summary>
    public void AddBroken(int line, string reason)
    {
        if (Broken++ == 0) FirstBroken = (line, reason);
    }

    /// <summary>Counts a line that says nothing.</summary>
    public void AddEmpty() => Empty++;

    /// <summary>Takes a row.</summary>
    public void Add(in CsvTime time, in Bar bar)
    {
        if (DayFirstTimes is null && time.DayFirstMs != time.WallMs)
        {
            DayFirstTimes = new List<long>(Bars.Count + 1);
            foreach (Bar earlier in CollectionsMarshal.AsSpan(Bars)) DayFirstTimes.Add(earlier.OpenTimeMs);
        }

        DayFirstTimes?.Add(time.DayFirstMs);
        Bars.Add(bar with { OpenTimeMs = time.WallMs });
        OffsetMinutes.Add(time.OffsetMs is long offset ? (int)(offset / 60_000) : NoOffset);
        HasTimes |= time.HasTime;
    }
}
