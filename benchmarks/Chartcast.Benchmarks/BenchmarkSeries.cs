using Chartcast.Indicators.Bars;

namespace Chartcast.Benchmarks;

/// <summary>Made-up bars, the same in every run.</summary>
internal static class BenchmarkSeries
{
    private const long DayMs = 86_400_000;

    /// <summary>Days from 2024-01-01.</summary>
    public static BarSeries Daily(int count)
    {
        var random = new Random(20_240_101);
        var bars = new Bar[count];
        double price = 150;
        for (int i = 0; i < count; i++)
        {
            double open = Math.Round(price * (1 + 0.004 * (random.NextDouble() - 0.5)), 2);
            double close = Math.Round(open * (1 + 0.03 * (random.NextDouble() - 0.49)), 2);
            double high = Math.Round(Math.Max(open, close) * (1 + 0.01 * random.NextDouble()), 2);
            double low = Math.Round(Math.Min(open, close) * (1 - 0.01 * random.NextDouble()), 2);
            bars[i] = new Bar(1_704_067_200_000 + i * DayMs, open, high, low, close, random.Next(400_000, 2_000_000));
            price = close;
        }

        return new BarSeries(BarInterval.Day, bars);
    }
}
