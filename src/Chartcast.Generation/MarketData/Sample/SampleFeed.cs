using Chartcast.Generation.MarketData.Resampling;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Sample;

/// <summary>Made-up bars for <c>DEMO:</c> symbols: the same for everybody who asks at the same time.</summary>
/// <remarks>
/// Markets of this feed trade around the clock in UTC since 1970. The last bar is the last one that is finished at the
/// time of the clock given, so a result depends on the symbol, the interval and that time alone. At most 20,000 bars
/// are given.
/// </remarks>
public sealed class SampleFeed : IMarketDataFeed
{
    private const int MaximumBars = 20_000;
    private const int RememberedSymbols = 16;

    private static readonly string[] Names = ["BTC", "ETH", "AAPL", "EURUSD", "GOLD"];

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<Symbol, SampleBars> _remembered = [];

    /// <summary>Takes the clock that says which bar is the last.</summary>
    public SampleFeed(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <inheritdoc/>
    public string Name => "sample";

    /// <inheritdoc/>
    public bool Covers(Symbol symbol) => symbol.Exchange == Symbol.DemoExchange;

    /// <summary>Makes bars up; for any symbol, whether it is a <c>DEMO:</c> one or not.</summary>
    /// <inheritdoc/>
    public ValueTask<MarketDataResult> ReadAsync(MarketDataQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset now = _time.GetUtcNow();
        ArraySegment<Bar> bars = Make(query, now.ToUnixTimeMilliseconds());
        (int start, int first, int end) = SeriesWindow.Find(bars, query);
        return ValueTask.FromResult(new MarketDataResult
        {
            Series = new BarSeries(query.Interval, bars[start..end]),
            FirstVisible = first - start,
            PriceDecimals = 2,
            Description = $"Sample data {query.Symbol.Ticker}",
            Source = new SourceReport(query.Symbol.Exchange, Name, null, now, "none", Sample: true),
            LastBarClosed = true,
        });
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SymbolListing>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<SymbolListing>>(
        [
            .. Names.Select(name => new SymbolListing(
                $"{Symbol.DemoExchange}:{name}", $"Sample data {name} (made up; any name works)", "sample",
                BarInterval.AllNames, Name)),
        ]);

    private ArraySegment<Bar> Make(MarketDataQuery query, long nowMs)
    {
        int today = (int)Math.Max(1, nowMs / SampleBars.DayMs);
        // The running day is made too: finished hours and minutes are cut out of it.
        SampleBars symbol = Remember(query.Symbol, today + 1);
        BarInterval interval = query.Interval;
        ArraySegment<Bar> source;
        long sourceMs = SampleBars.DayMs;
        if (interval.IsIntraday)
        {
            sourceMs = interval.NominalMs % SampleBars.HourMs == 0 ? SampleBars.HourMs
                : interval.NominalMs % SampleBars.FiveMinutesMs == 0 ? SampleBars.FiveMinutesMs
                : SampleBars.MinuteMs;
            (int firstDay, int endDay) = DaysNeeded(query, today);
            source = symbol.Cut(firstDay, endDay, sourceMs);
        }
        else
        {
            source = symbol.Days;
        }

        var from = new BaseInterval(
            interval.IsIntraday ? sourceMs / 1000 : 0, interval.IsIntraday ? 0 : 1, 0);
        var buckets = new BucketClock(interval, from, TimeZoneInfo.Utc, SessionProfile.AroundTheClock);
        ArraySegment<Bar> bars = from == BaseInterval.Of(interval) ? source : BarResampler.Join(source, buckets);
        int end = bars.Count;
        while (end > 0 && buckets.EndOf(bars[end - 1].OpenTimeMs) > nowMs) end--;
        int start = Math.Max(0, end - MaximumBars);
        return bars[start..end];
    }

    /// <summary>The days whose bars can be among the asked ones: at most 20,000 bars back from the last.</summary>
    private static (int First, int End) DaysNeeded(MarketDataQuery query, int today)
    {
        long perDay = SampleBars.DayMs / query.Interval.NominalMs + 1;
        int last = query.To is null ? today : (int)Math.Clamp(DayOf(query.To.Value), 0, today);
        long wanted = query.Count is int count && query.From is null
            ? Math.Min((long)count + query.WarmUpBars, MaximumBars)
            : MaximumBars;
        return ((int)Math.Max(0, last - wanted / Math.Max(1, perDay - 1) - 2), last + 1);
    }

    private static long DayOf(DateTimeOffset time) =>
        ZoneClock.FloorDiv(time.ToUnixTimeMilliseconds(), SampleBars.DayMs);

    private SampleBars Remember(Symbol symbol, int dayCount)
    {
        lock (_lock)
        {
            if (_remembered.TryGetValue(symbol, out SampleBars? known) && known.Days.Count == dayCount) return known;
            if (_remembered.Count >= RememberedSymbols) _remembered.Clear();
            return _remembered[symbol] = new SampleBars(symbol.ToString(), dayCount);
        }
    }
}
