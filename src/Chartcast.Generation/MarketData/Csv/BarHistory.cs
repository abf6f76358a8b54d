using System.Collections.Concurrent;
using Chartcast.Generation.MarketData.Resampling;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Csv;

/// <summary>All bars of a file, in order and without doubles, and the longer ones made of them.</summary>
/// <remarks>Immutable to its users and safe to share; longer bars are made once.</remarks>
internal sealed class BarHistory
{
    private readonly ConcurrentDictionary<BarInterval, Bar[]> _longer = new();
    private volatile BarHistory? _regular;

    /// <summary>Bars oldest first; open times in UTC, or dates.</summary>
    public required Bar[] Bars { get; init; }

    /// <summary>How long they last.</summary>
    public required BaseInterval Base { get; init; }

    /// <summary>The market's zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>When the market trades.</summary>
    public required SessionProfile Session { get; init; }

    /// <summary>Whether <see cref="Session"/> was named, and not only read off the bars.</summary>
    public required bool HasNamedSession { get; init; }

    /// <summary>Whose file it is.</summary>
    public required CsvDialect Dialect { get; init; }

    /// <summary>How prices are adjusted.</summary>
    public required string Adjusted { get; init; }

    /// <summary>Decimals of the prices.</summary>
    public required int PriceDecimals { get; init; }

    /// <summary>What was left out or assumed.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Bars held, longer ones included.</summary>
    public int HeldBars => Bars.Length + _longer.Values.Sum(static bars => bars.Length) + (_regular?.HeldBars ?? 0);

    /// <summary>The bars at an interval that <see cref="BaseInterval.CanMake"/> allows.</summary>
    public Bar[] At(BarInterval interval) => BaseInterval.Of(interval) == Base
        ? Bars
        : _longer.GetOrAdd(interval, static (asked, self) => BarResampler.Join(self.Bars, self.Buckets(asked)), this);

    /// <summary>Whether the last bar is finished: the file reaches its end, and that end has passed.</summary>
    /// <param name="interval">The interval asked.</param>
    /// <param name="nowMs">The time now.</param>
    public bool IsLastClosed(BarInterval interval, long nowMs)
    {
        long lastOpen = Bars[^1].OpenTimeMs;
        long lastEnd = Base.Months > 0
            ? DateTimeOffset.FromUnixTimeMilliseconds(lastOpen).AddMonths(Base.Months).ToUnixTimeMilliseconds()
            : lastOpen + Base.NominalMs;
        if (lastEnd > nowMs) return false;
        if (BaseInterval.Of(interval) == Base) return true;
        long needed = Buckets(interval).EndOf(At(interval)[^1].OpenTimeMs);
        return lastEnd >= needed;
    }

    /// <summary>The bars that trade in the named session, however little of it; of bars of a day and longer, and where
    /// no session is named, all.</summary>
    public BarHistory Regular()
    {
        if (!HasNamedSession || !Base.IsIntraday) return this;
        return _regular ??= new BarHistory
        {
            Bars = Array.FindAll(Bars, new SessionFilter(Session, Zone, Base).IsInside),
            Base = Base,
            Zone = Zone,
            Session = Session,
            HasNamedSession = true,
            Dialect = Dialect,
            Adjusted = Adjusted,
            PriceDecimals = PriceDecimals,
            Warnings = Warnings,
        };
    }

    private BucketClock Buckets(BarInterval interval) => new(interval, Base, Zone, Session);
}
