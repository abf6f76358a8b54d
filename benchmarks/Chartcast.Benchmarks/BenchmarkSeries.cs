using Chartcast.Indicators.Bars;

namespace Chartcast.Benchmarks;

/// <summary>Made-up bars, the same in every run.</summary>
internal static class BenchmarkSeries
{
    private const long StartMs = 1_704_067_200_000;

    // Of a price: a minute moves it less than a day.
    private const double DayMove = 0.03, DayDrift = 0.01, MinuteMove = 0.002;

    /// <summary>Days from 2024-01-01.</summary>
    public static BarSeries Daily(int count) => Walk(BarInterval.Day, count, DayMove, DayDrift);

    /// <summary>Minutes from 2024-01-01, around the clock.</summary>
    public static BarSeries Minutes(int count) => Walk(BarInterval.Parse("1m"), count, MinuteMove, 0);

    private static BarSeries Walk(BarInterval interval, int count, double move, double drift)
    {
        var random = new Random(20_240_101);
        var bars = new Bar[count];
        double price = 150;
        for (int i = 0; i < count; i++)
        {
            double open = Math.Round(price * (1 + 0.004 * (random.NextDouble() - 0.5)), 2);
            double close = Math.Round(open * (1 + move * (random.NextDouble() - 0.5 + drift)), 2);
            double high = Math.Round(Math.Max(open, close) * (1 + 0.01 * random.NextDouble()), 2);
            double low = Math.Round(Math.Min(open, close) * (1 - 0.01 * random.NextDouble()), 2);
            bars[i] = new Bar(StartMs + i * interval.NominalMs, open, high, low, close, random.Next(400_000, 2_000_000));
            price = close;
        }

        return new BarSeries(interval, bars);
    }
}
