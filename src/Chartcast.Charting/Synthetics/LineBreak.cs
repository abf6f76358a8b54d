using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>Lines from close to close: a new one when the close passes the extreme of the last line in its direction,
/// or that of the last few lines against it.</summary>
internal static class LineBreak
{
    /// <summary>Makes the lines.</summary>
    /// <param name="bars">The market's bars.</param>
    /// <param name="lines">How many lines a turn has to pass, 1 or more; usually 3.</param>
    public static BarSeries Of(BarSeries bars, int lines)
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
                if (close != first) Add(made, first, close);
                continue;
            }

            (double high, double low) = Extremes(made, lines);
            Bar last = made[made.Count - 1];
            bool isUp = last.Close > last.Open;
            if (isUp ? close > last.Close : close < last.Close) Add(made, last.Close, close);
            else if (isUp ? close < low : close > high) Add(made, last.Open, close);
        }

        return made.Build(first);
    }

    private static (double High, double Low) Extremes(BrickBuilder made, int lines)
    {
        double high = double.NegativeInfinity;
        double low = double.PositiveInfinity;
        for (int i = Math.Max(0, made.Count - lines); i < made.Count; i++)
        {
            high = Math.Max(high, made[i].High);
            low = Math.Min(low, made[i].Low);
        }

        return (high, low);
    }

    private static void Add(BrickBuilder made, double open, double close) =>
        made.Add(open, Math.Max(open, close), Math.Min(open, close), close);
}
