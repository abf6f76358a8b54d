using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Levels.Pivots;

namespace Chartcast.Indicators.Levels.ZigZag;

/// <summary>Highs and lows in turn, each a move of some percent away from the last.</summary>
/// <remarks>
/// A high (low) counts that no bar of half the depth before it reaches and none of as many after it exceeds. A further
/// one on the same side moves the last turn; one on the other side makes a turn when it is far enough away. One bar
/// holds one turn at most. The line goes on to the last bar's high or low, which is not yet a turn. Definition:
/// TradingView's built-in of that name.
/// </remarks>
internal static class ZigZag
{
    private const int FewestNeighbours = 2;
    private const double Hundred = 100;

    /// <summary>Computes the turns.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="deviation">Percent of the last turn's price that a move must reach.</param>
    /// <param name="depth">Bars on both sides together, half of them on each.</param>
    /// <returns>Prices at the turns and at the last bar, NaN between.</returns>
    public static double[] Compute(BarSeries bars, double deviation, int depth)
    {
        List<Turn> turns = Turns(bars, deviation / Hundred, Math.Max(FewestNeighbours, depth / 2));
        var line = new double[bars.Count];
        Array.Fill(line, double.NaN);
        foreach (Turn turn in turns) line[turn.Index] = turn.Price;
        if (turns.Count > 0 && turns[^1].Index < bars.Count - 1)
            line[^1] = turns[^1].IsHigh ? bars.Lows[^1] : bars.Highs[^1];
        return line;
    }

    private static List<Turn> Turns(BarSeries bars, double share, int neighbours)
    {
        var highs = new PivotFinder(neighbours, neighbours, allowsEqualsAfter: true);
        var lows = new PivotFinder(neighbours, neighbours, allowsEqualsAfter: true);
        var turns = new List<Turn>();
        for (int i = 0; i < bars.Count; i++)
        {
            double high = highs.Next(bars.Highs[i]), low = -lows.Next(-bars.Lows[i]);
            if (!double.IsNaN(high)) Take(turns, new Turn(i - neighbours, high, IsHigh: true), share);
            if (!double.IsNaN(low)) Take(turns, new Turn(i - neighbours, low, IsHigh: false), share);
        }

        return turns;
    }

    private static void Take(List<Turn> turns, Turn next, double share)
    {
        if (turns.Count == 0)
        {
            turns.Add(next);
            return;
        }

        Turn last = turns[^1];
        double move = next.IsHigh ? next.Price - last.Price : last.Price - next.Price;
        if (last.IsHigh == next.IsHigh)
        {
            if (move > 0) turns[^1] = next;
        }
        else if (next.Index > last.Index && move >= share * Math.Abs(last.Price))
        {
            turns.Add(next);
        }
    }

    private readonly record struct Turn(int Index, double Price, bool IsHigh);
}
