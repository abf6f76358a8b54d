using Chartcast.Charting.Specs.Drawings;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>Finds where times lie among the bars, counted in slots: 0 is the first bar's centre, 1 the
/// second's.</summary>
/// <remarks>
/// A time between two bars lies between their slots, in proportion to time. Beyond the bars the last (or first) week is
/// taken to repeat itself, so that nights and weekends take as little room as they do among the bars; where there is no
/// whole week, or bars last a week and longer, the interval counts.
/// </remarks>
internal readonly struct TimePlacement
{
    private const long DayMs = 86_400_000;
    private const long WeekMs = 7 * DayMs;

    private readonly BarSeries _bars;
    private readonly ChartClock _clock;

    public TimePlacement(BarSeries bars, ChartClock clock)
    {
        _bars = bars;
        _clock = clock;
    }

    private int Last => _bars.Count - 1;

    /// <summary>The slot of a time, whole at bars; finite, but may be far outside.</summary>
    public double SlotOf(DrawingTime time) => SlotOf(MsOf(time));

    /// <summary>The bar that a time belongs to, or the slot where it would be.</summary>
    public double BarSlotOf(DrawingTime time) => Math.Floor(SlotOf(time) + 1e-6);

    /// <summary>The slot of milliseconds since 1970, of UTC for intraday bars, else of the calendar.</summary>
    public double SlotOf(long ms)
    {
        if (ms > OpenMs(Last)) return Last + Beyond(ms - OpenMs(Last), forward: true);
        if (ms < OpenMs(0)) return -Beyond(OpenMs(0) - ms, forward: false);
        return Among(ms);
    }

    /// <summary>Milliseconds since 1970 of a time: a moment for intraday bars, else the date as written.</summary>
    public long MsOf(DrawingTime time)
    {
        if (!_clock.IsIntraday) return (long)(time.Date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber)
            * DayMs;
        long ms = time.Moment.ToUnixTimeMilliseconds();
        return time.IsDate ? _clock.UtcMs(ms) : ms;
    }

    private double Among(long ms)
    {
        int low = 0;
        int high = Last;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (OpenMs(middle) <= ms) low = middle;
            else high = middle - 1;
        }

        if (low == Last || OpenMs(low) == ms) return low;
        // Two bars of one day cannot be told apart by their date.
        double length = OpenMs(low + 1) - OpenMs(low);
        return length > 0 ? low + (ms - OpenMs(low)) / length : low;
    }

    /// <summary>How many slots beyond the bars a time lies.</summary>
    private double Beyond(long distanceMs, bool forward)
    {
        bool hasWeek = _bars.Interval.NominalMs < WeekMs && OpenMs(Last) - OpenMs(0) >= WeekMs;
        if (!hasWeek) return distanceMs / (double)_bars.Interval.NominalMs;
        long weeks = Math.DivRem(distanceMs, WeekMs, out long rest);
        if (forward)
        {
            long weekAgo = OpenMs(Last) - WeekMs;
            double start = Among(weekAgo);
            return weeks * (Last - start) + Among(weekAgo + rest) - start;
        }

        long weekLater = OpenMs(0) + WeekMs;
        double end = Among(weekLater);
        return weeks * end + end - Among(weekLater - rest);
    }

    /// <summary>When a bar opens; of a day and longer, the midnight of its date.</summary>
    private long OpenMs(int index)
    {
        long ms = _bars.OpenTimesMs[index];
        if (_clock.IsIntraday) return ms;
        long day = Math.DivRem(ms, DayMs, out long rest);
        return (rest < 0 ? day - 1 : day) * DayMs;
    }
}
