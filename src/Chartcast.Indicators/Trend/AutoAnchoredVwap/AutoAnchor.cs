using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Trend.Vwap;

namespace Chartcast.Indicators.Trend.AutoAnchoredVwap;

/// <summary>Where an average begins that finds its anchor itself.</summary>
/// <remarks>The choices, and what <c>Auto</c> means, are those that TradingView documents for its built-in of that
/// name. Of equal extremes the newest counts.</remarks>
internal static class AutoAnchor
{
    private const int Automatic = 0, HighestHigh = 1, LowestLow = 2, HighestVolume = 3, FirstPeriod = 4;
    private const long DayMs = 86_400_000, MostQuarterDays = 10, MostYearDays = 60;

    /// <summary>Where to begin: an extreme among the last bars, or a <see cref="CalendarPeriod"/>.</summary>
    public static IndicatorParameter Parameter() => ParameterForms.Choice(
        "anchor", "where to begin", "Auto",
        ["Auto", "Highest High", "Lowest Low", "Highest Volume", .. AnchorForms.Words], "period", "reset") with
    {
        Refused = AnchorForms.Refused,
    };

    /// <summary>How many bars may lie between the anchor and the last bar.</summary>
    public static int BarsBack(int choice, int length, BarInterval interval) =>
        PeriodOf(choice, interval) is { } period ? AnchorForms.PeriodBars(period, interval) : length - 1;

    /// <summary>The bar to begin with.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="choice">Index of the parameter's word.</param>
    /// <param name="length">How many of the last bars extremes are looked for in, 1 or more.</param>
    /// <returns>Its index; the number of bars when there is none.</returns>
    public static int Find(BarSeries bars, int choice, int length)
    {
        if (PeriodOf(choice, bars.Interval) is { } period) return BeginningOfLast(period, bars);
        int first = Math.Max(0, bars.Count - length);
        return first + choice switch
        {
            HighestHigh => NewestHighest(bars.Highs[first..], 1),
            LowestLow => NewestHighest(bars.Lows[first..], -1),
            _ => NewestHighest(bars.Volumes[first..], 1),
        };
    }

    private static CalendarPeriod? PeriodOf(int choice, BarInterval interval) => choice switch
    {
        Automatic when interval.IsIntraday => CalendarPeriod.Day,
        Automatic => (interval.NominalMs / DayMs) switch
        {
            1 => CalendarPeriod.Month,
            <= MostQuarterDays => CalendarPeriod.Quarter,
            <= MostYearDays => CalendarPeriod.Year,
            _ => CalendarPeriod.Decade,
        },
        HighestHigh or LowestLow or HighestVolume => null,
        _ => (CalendarPeriod)(choice - FirstPeriod),
    };

    private static int BeginningOfLast(CalendarPeriod period, BarSeries bars)
    {
        var clock = new PeriodClock(period, bars.Interval, bars.ExchangeZone);
        int anchor = 0;
        for (int i = 0; i < bars.Count; i++)
        {
            if (clock.Begins(bars.OpenTimesMs[i])) anchor = i;
        }

        return anchor;
    }

    /// <summary>The place of the highest value times a sign; the number of values when none is known.</summary>
    private static int NewestHighest(ReadOnlySpan<double> values, int sign)
    {
        int place = values.Length;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (place == values.Length || sign * values[i] >= sign * values[place]) place = i;
        }

        return place;
    }
}
