using System.Globalization;
using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>The bars on which indicators are compared with oracles: real ones where they lie beside the checkout, random
/// ones, and the frozen ones of <c>Bars.csv</c>.</summary>
internal static class OracleSeries
{
    /// <summary>The frozen series: ties, zero volume, a flat stretch, bars without range, a hole in time.</summary>
    public const string Frozen = "frozen";

    private static readonly Dictionary<string, (string File, string Interval)> Shared = new()
    {
        ["aapl"] = ("yahoofinance-AAPL-20040819-20180120.csv", "1D"),
        ["spy"] = ("yahoofinance-SPY-20200901-20210113.csv", "1D"),
        ["jpyusd"] = ("jpyusd_barchartdotcom.csv", "1D"),
        ["sp500"] = ("SP500_NOV2019_IDay.csv", "1m"),
    };

    public static IReadOnlyList<string> Names { get; } = [Frozen, "daily", "hourly", "weekly", .. Shared.Keys];

    /// <summary>A series by its name; null for real data that are not there.</summary>
    public static BarSeries? Find(string name) => name switch
    {
        Frozen => Sheet.ReadBars(),
        "daily" => Walk(11, 500, "1D", 100, TimeZoneInfo.Utc),
        "hourly" => Walk(12, 700, "1h", 0.004, NewYork),
        "weekly" => Walk(13, 400, "1W", 41_000, TimeZoneInfo.Utc),
        _ => SharedFolder is { } folder ? ReadFile(Path.Combine(folder, Shared[name].File), Shared[name].Interval) : null,
    };

    /// <summary>The bars of another symbol for studies that read two: the same prices in the opposite order, without
    /// every seventh bar, as <c>other</c> in <c>definitions/extras.mjs</c> has them.</summary>
    public static BarSeries Other(BarSeries bars)
    {
        var others = new List<Bar>();
        for (int i = 0; i < bars.Count; i++)
        {
            if (i % 7 != 3) others.Add(bars[bars.Count - 1 - i] with { OpenTimeMs = bars.OpenTimesMs[i] });
        }

        return new BarSeries(bars.Interval, others, bars.ExchangeZone);
    }

    private static TimeZoneInfo NewYork => TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static string? SharedFolder
    {
        get
        {
            string? folder = Environment.GetEnvironmentVariable("CHARTCAST_SHARED_DATA") is { Length: > 0 } named
                ? named
                : Path.Combine(Path.GetDirectoryName(Checkout.Root)!, "shared", "data");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    /// <summary>A random walk with gaps between bars and prices in steps of a tick, so that ties occur.</summary>
    private static BarSeries Walk(int seed, int count, string interval, double start, TimeZoneInfo zone)
    {
        var random = new Random(seed);
        BarInterval span = BarInterval.Parse(interval);
        double tick = start / 5_000, price = start;
        var bars = new Bar[count];
        for (int i = 0; i < count; i++)
        {
            double open = Round(price * (1 + Step(0.002))), close = Round(open * (1 + Step(0.02)));
            double high = Round(Math.Max(open, close) * (1 + random.NextDouble() * 0.01));
            double low = Round(Math.Min(open, close) * (1 - random.NextDouble() * 0.01));
            bars[i] = new Bar(
                1_700_000_000_000 / span.NominalMs * span.NominalMs + i * span.NominalMs, open,
                Math.Max(high, Math.Max(open, close)), Math.Min(low, Math.Min(open, close)), close,
                random.Next(1, 100_000));
            price = close;
        }

        return new BarSeries(span, bars, zone);

        double Step(double size) => (random.NextDouble() * 2 - 1) * size;
        double Round(double value) => Math.Round(value / tick) * tick;
    }

    private static BarSeries ReadFile(string path, string interval)
    {
        string[][] rows = [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split(','))];
        int time = Column("Date", "Time"), open = Column("Open"), high = Column("High"), low = Column("Low");
        int close = Column("Close", "Last"), volume = Column("Volume");
        IEnumerable<Bar> bars = rows.Skip(1).Select(row => new Bar(
            Time(row[time]), Number(row[open]), Number(row[high]), Number(row[low]), Number(row[close]),
            Number(row[volume])));
        Bar[] sorted = [.. bars.OrderBy(bar => bar.OpenTimeMs).DistinctBy(bar => bar.OpenTimeMs)];
        // As the feed has it: a file whose volumes are all 0 has none.
        if (sorted.All(bar => bar.Volume == 0)) sorted = [.. sorted.Select(bar => bar with { Volume = double.NaN })];
        return new BarSeries(BarInterval.Parse(interval), sorted);

        int Column(params string[] names) => Array.FindIndex(rows[0], cell => names.Contains(cell));
        double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
        long Time(string cell) => new DateTimeOffset(
            DateTime.Parse(cell, CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeMilliseconds();
    }
}
