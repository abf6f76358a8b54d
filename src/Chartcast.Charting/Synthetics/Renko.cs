using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>Bricks of one height: a new one when the close has moved a box beyond the last one in its direction, or two
/// boxes from its close against it.</summary>
internal static class Renko
{
    /// <summary>Makes the bricks; wicks hold the extreme against a brick since the one before.</summary>
    public static BarSeries Of(BarSeries bars, double box)
    {
        var bricks = new BrickBuilder(bars);
        double first = bars.Closes[0];
        double top = first;
        double bottom = first;
        double highest = double.NegativeInfinity;
        double lowest = double.PositiveInfinity;
        for (int i = 0; i < bars.Count; i++)
        {
            double close = bars.Closes[i];
            if (!double.IsFinite(close)) continue;
            bricks.Take(i);
            if (!double.IsFinite(top)) top = bottom = first = close;
            highest = Math.Max(highest, double.IsFinite(bars.Highs[i]) ? bars.Highs[i] : close);
            lowest = Math.Min(lowest, double.IsFinite(bars.Lows[i]) ? bars.Lows[i] : close);
            while (close >= top + box && bricks.Count < BrickBuilder.MostBricks)
            {
                (bottom, top) = (top, top + box);
                bricks.Add(bottom, top, Math.Min(bottom, lowest), top);
                (highest, lowest) = (top, top);
            }

            while (close <= bottom - box && bricks.Count < BrickBuilder.MostBricks)
            {
                (top, bottom) = (bottom, bottom - box);
                bricks.Add(top, Math.Max(top, highest), bottom, bottom);
                (highest, lowest) = (bottom, bottom);
            }
        }

        return bricks.Build(first);
    }
}
