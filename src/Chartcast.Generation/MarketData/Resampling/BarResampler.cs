using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.MarketData.Resampling;

/// <summary>Joins short bars into longer ones.</summary>
internal static class BarResampler
{
    /// <summary>Joins bars: first open, highest high, lowest low, last close, sum of the known volumes.</summary>
    /// <param name="bars">Bars oldest first.</param>
    /// <param name="buckets">Says what belongs together.</param>
    /// <returns>Longer bars, oldest first; the last may be incomplete.</returns>
    public static Bar[] Join(ReadOnlySpan<Bar> bars, BucketClock buckets)
    {
        var joined = new List<Bar>();
        Bar current = default;
        bool any = false;
        foreach (Bar bar in bars)
        {
            long open = buckets.OpenOf(bar.OpenTimeMs);
            if (any && open == current.OpenTimeMs)
            {
                current = Join(current, bar);
                continue;
            }

            if (any) joined.Add(current);
            current = bar with { OpenTimeMs = open };
            any = true;
        }

        if (any) joined.Add(current);
        return [.. joined];
    }

    private static Bar Join(in Bar first, in Bar next) => first with
    {
        High = Math.Max(first.High, next.High),
        Low = Math.Min(first.Low, next.Low),
        Close = next.Close,
        Volume = double.IsNaN(first.Volume) ? next.Volume
            : double.IsNaN(next.Volume) ? first.Volume
            : first.Volume + next.Volume,
    };
}
