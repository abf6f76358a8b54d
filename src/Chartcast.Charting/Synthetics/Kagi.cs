using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>Vertical lines that go on while the close does, and turn when it comes back by a given amount.</summary>
internal static class Kagi
{
    /// <summary>One bar a vertical line: its open is where it turned, its close where the next one turns.</summary>
    public static BarSeries Of(BarSeries bars, double reversal)
    {
        var made = new BrickBuilder(bars);
        double first = bars.Closes[0];
        for (int i = 0; i < bars.Count; i++)
        {
            double close = bars.Closes[i];
            if (!double.IsFinite(close)) continue;
            made.Take(i);
            if (!double.IsFinite(first)) first = close;
            if (made.Count == 0)
            {
                if (Math.Abs(close - first) >= reversal) Add(made, first, close);
                continue;
            }

            Bar last = made[made.Count - 1];
            double ahead = last.Close > last.Open ? close - last.Close : last.Close - close;
            if (ahead > 0) made.Extend(close);
            else if (-ahead >= reversal) Add(made, last.Close, close);
        }

        return made.Build(first);
    }

    private static void Add(BrickBuilder made, double open, double close) =>
        made.Add(open, Math.Max(open, close), Math.Min(open, close), close);
}
