using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Levels.MoonPhases;

/// <summary>Marks the bars in which the Moon is new (at the high) and full (at the low).</summary>
/// <remarks>What falls between two bars, such as on a weekend, belongs to the second. A bar that holds several phases
/// of one kind, as those of three months do, has one mark for them. Daily and longer bars are dates of UTC
/// here.</remarks>
/// <param name="interval">The interval of the bars.</param>
internal sealed class MoonPhases(BarInterval interval) : IndicatorStream
{
    private const int MonthsPerYear = 12;

    private readonly PhaseClock _new = new(isFull: false), _full = new(isFull: true);
    private long? _lastEndMs;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        long from = _lastEndMs ?? bar.OpenTimeMs;
        // Bars made of others, such as bricks, may end before the one before does.
        long end = Math.Max(from, EndOf(bar.OpenTimeMs));
        values[0] = _new.FallsWithin(from, end) ? bar.High : double.NaN;
        values[1] = _full.FallsWithin(from, end) ? bar.Low : double.NaN;
        _lastEndMs = end;
    }

    private long EndOf(long openTimeMs)
    {
        if (interval.Unit != BarUnit.Month) return openTimeMs + interval.NominalMs;
        DateTime open = DateTime.UnixEpoch.AddMilliseconds(openTimeMs);
        return open.Year + interval.Count / MonthsPerYear < DateTime.MaxValue.Year
            ? (long)(open.AddMonths(interval.Count) - DateTime.UnixEpoch).TotalMilliseconds
            : openTimeMs + interval.NominalMs;
    }

    /// <summary>Knows the next moment of one phase.</summary>
    private sealed class PhaseClock(bool isFull)
    {
        private long _nextMs = long.MinValue;

        /// <summary>Whether the phase falls into a stretch of time; stretches never go back.</summary>
        public bool FallsWithin(long fromMs, long endMs)
        {
            if (_nextMs < fromMs) _nextMs = LunarPhase.FirstFrom(fromMs, isFull);
            return _nextMs < endMs;
        }
    }
}
