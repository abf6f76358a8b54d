using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>Columns of boxes: rising ones go on with every box the high reaches, falling ones with every box the low
/// reaches; a new column begins when the price comes back by several boxes.</summary>
internal static class PointAndFigure
{
    /// <summary>One bar a column, from the level of its first box to that of its last.</summary>
    /// <param name="bars">The market's bars.</param>
    /// <param name="box">Height of a box in price units.</param>
    /// <param name="reversal">How many boxes make a turn, 2 or more; usually 3.</param>
    public static BarSeries Of(BarSeries bars, double box, int reversal)
    {
        var made = new BrickBuilder(bars);
        double start = Math.Floor(bars.Closes[0] / box) * box;
        for (int i = 0; i < bars.Count; i++)
        {
            (double high, double low) = (bars.Highs[i], bars.Lows[i]);
            if (!double.IsFinite(high) || !double.IsFinite(low)) continue;
            made.Take(i);
            if (!double.IsFinite(start)) start = Math.Floor(low / box) * box;
            double up = Math.Floor(high / box) * box;
            double down = Math.Ceiling(low / box) * box;
            if (made.Count == 0) Begin(made, start, (up, down), reversal * box);
            else Next(made, (up, down), (box, reversal * box));
        }

        return made.Build(start);
    }

    private static void Begin(BrickBuilder made, double start, (double Up, double Down) reached, double turn)
    {
        if (reached.Up - start >= turn) made.Add(start, reached.Up, start, reached.Up);
        else if (start - reached.Down >= turn) made.Add(start, start, reached.Down, reached.Down);
    }

    private static void Next(BrickBuilder made, (double Up, double Down) reached, (double Box, double Turn) size)
    {
        Bar last = made[made.Count - 1];
        double tolerance = size.Box / 2;
        if (last.Close > last.Open)
        {
            if (reached.Up > last.Close + tolerance) made.Extend(reached.Up);
            else if (last.Close - reached.Down >= size.Turn - tolerance)
                made.Add(last.Close - size.Box, last.Close - size.Box, reached.Down, reached.Down);
        }
        else if (reached.Down < last.Close - tolerance)
        {
            made.Extend(reached.Down);
        }
        else if (reached.Up - last.Close >= size.Turn - tolerance)
        {
            made.Add(last.Close + size.Box, reached.Up, last.Close + size.Box, reached.Up);
        }
    }
}
