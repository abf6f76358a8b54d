using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>Another symbol on the price pane: its closes, bar by bar of the chart.</summary>
internal sealed class ComparedLine
{
    private ComparedLine(ComparedSeries series, double[] values)
    {
        Symbol = series.Symbol;
        Values = values;
        Format = PriceFormat.Decimal(series.PriceDecimals);
    }

    public string Symbol { get; }

    /// <summary>One close a bar of the chart; <see cref="double.NaN"/> where the symbol has no bar.</summary>
    public double[] Values { get; }

    public PriceFormat Format { get; }

    public Rgba Color { get; set; }

    public PriceScale Scale { get; set; }

    /// <summary>Finds the bars of a symbol that open when bars of the chart open.</summary>
    public static ComparedLine Align(ComparedSeries series, BarSeries bars)
    {
        var values = new double[bars.Count];
        ReadOnlySpan<long> times = series.Bars.OpenTimesMs;
        int next = 0;
        for (int i = 0; i < values.Length; i++)
        {
            long time = bars.OpenTimesMs[i];
            while (next < times.Length && times[next] < time) next++;
            bool isThere = next < times.Length && times[next] == time;
            values[i] = isThere ? series.Bars.Closes[next] : double.NaN;
        }

        return new ComparedLine(series, values);
    }

    /// <summary>The newest value at or before a bar and not before another, or <see cref="double.NaN"/>.</summary>
    public double LastWithin(int first, int last)
    {
        for (int i = last; i >= first; i--)
        {
            if (double.IsFinite(Values[i])) return Values[i];
        }

        return double.NaN;
    }

    /// <summary>How many bars from one to another have no bar of the symbol.</summary>
    public int MissingWithin(int first, int last)
    {
        int missing = 0;
        for (int i = first; i <= last; i++)
        {
            if (!double.IsFinite(Values[i])) missing++;
        }

        return missing;
    }

    /// <summary>The first price relative scales can count from, or <see cref="double.NaN"/>: 0 has no
    /// percentages.</summary>
    public static double BaseOf(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (double.IsFinite(value) && value != 0) return value;
        }

        return double.NaN;
    }
}
