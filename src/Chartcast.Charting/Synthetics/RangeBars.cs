using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>Bars that close as soon as their high and low are a given range apart; the last may not have got
/// there.</summary>
/// <remarks>What happened inside a market bar is not known. Its prices are taken to have come in the order open, low,
/// high, close when it rose, and open, high, low, close when it fell.</remarks>
internal static class RangeBars
{
    public static BarSeries Of(BarSeries bars, double range)
    {
        var made = new BrickBuilder(bars);
        bool isOpen = false;
        double price = double.NaN;
        for (int i = 0; i < bars.Count; i++)
        {
            Bar bar = bars[i];
            if (!double.IsFinite(bar.Open + bar.High + bar.Low + bar.Close)) continue;
            made.Take(i);
            bool isUp = bar.Close >= bar.Open;
            ReadOnlySpan<double> path =
                [bar.Open, isUp ? bar.Low : bar.High, isUp ? bar.High : bar.Low, bar.Close];
            foreach (double target in path)
            {
                if (!double.IsFinite(price)) price = target;
                Walk(made, ref isOpen, ref price, target, range);
            }
        }

        return made.Build(bars.Closes[0]);
    }

    private static void Walk(BrickBuilder made, ref bool isOpen, ref double price, double target, double range)
    {
        while (true)
        {
            if (!isOpen)
            {
                if (made.Count >= BrickBuilder.MostBricks) return;
                made.Add(price, price, price, price);
                isOpen = true;
            }

            Bar current = made[made.Count - 1];
            double limit = target >= price ? current.Low + range : current.High - range;
            bool completes = target >= price ? target >= limit : target <= limit;
            price = completes ? limit : target;
            made.Extend(price);
            if (!completes) return;
            isOpen = false;
            if (price == target) return;
        }
    }
}
