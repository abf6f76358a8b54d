using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Tests.Oracle;

namespace Chartcast.Indicators.Tests.Momentum;

/// <summary>Oscillators made of means that remember, against the same means written out, on random walks.</summary>
public sealed class RecursiveOscillatorTests
{
    public static TheoryData<int> Seeds() => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TrueStrength_EqualsTheFormula(int seed)
    {
        BarSeries bars = Walk(seed);
        double[] changes = [.. Along(bars, i => bars.Closes[i] - bars.Closes[i - 1])];
        double[] Twice(double[] values) => Naive.Exponential(Naive.Exponential(values, 25), 13);
        Sheet.AssertSame(
            [.. Twice(changes).Zip(Twice([.. changes.Select(Math.Abs)]), (up, all) => 100 * up / all)],
            Computed.Plots("tsi", bars)[0].Values);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AverageDirectionalIndex_EqualsTheFormula(int seed)
    {
        BarSeries bars = Walk(seed);
        double Up(int i) => bars.Highs[i] - bars.Highs[i - 1];
        double Down(int i) => bars.Lows[i - 1] - bars.Lows[i];
        double[] rises = Naive.Wilder(Along(bars, i => Up(i) > Math.Max(Down(i), 0) ? Up(i) : 0), 14);
        double[] falls = Naive.Wilder(Along(bars, i => Down(i) > Math.Max(Up(i), 0) ? Down(i) : 0), 14);
        double[] index = [.. rises.Zip(falls, (rise, fall) => 100 * Math.Abs(rise - fall) / (rise + fall))];
        Sheet.AssertSame(Naive.Wilder(index, 14), Computed.Plots("adx", bars)[0].Values);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void MassIndex_EqualsTheFormula(int seed)
    {
        BarSeries bars = Walk(seed);
        double[] ranges = [.. Enumerable.Range(0, bars.Count).Select(i => bars.Highs[i] - bars.Lows[i])];
        double[] mean = Naive.Exponential(ranges, 9), slower = Naive.Exponential(mean, 9);
        double[] ratios = [.. mean.Zip(slower, (fast, slow) => fast / slow)];
        Sheet.AssertSame(
            [.. ratios.Select((_, i) => i < 25 ? double.NaN : ratios[(i - 9)..(i + 1)].Sum())],
            Computed.Plots("mass", bars)[0].Values);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Trix_EqualsTheFormula(int seed)
    {
        BarSeries bars = Walk(seed);
        double[] mean = [.. Enumerable.Range(0, bars.Count).Select(i => Math.Log(bars.Closes[i]))];
        for (int time = 0; time < 3; time++) mean = Naive.Exponential(mean, 18);
        // Differences of logarithms: ten thousand times their rounding is left.
        Sheet.AssertSame(
            Along(bars, i => 10_000 * (mean[i] - mean[i - 1])), Computed.Plots("trix", bars)[0].Values, 0, 1e-8);
    }

    /// <summary>A value per bar from the second one on.</summary>
    private static double[] Along(BarSeries bars, Func<int, double> at) =>
        [double.NaN, .. Enumerable.Range(1, bars.Count - 1).Select(at)];

    private static BarSeries Walk(int seed)
    {
        var random = new Random(seed);
        double price = 100;
        (double, double, double, double, double) Next(int _)
        {
            double open = price;
            price *= Math.Exp((random.NextDouble() - 0.5) / 20);
            double high = Math.Max(open, price) + random.NextDouble(), low = Math.Min(open, price) - random.NextDouble();
            return (open, high, low, price, 1);
        }

        return Quotes.Daily([.. Enumerable.Range(0, 250).Select(Next)]);
    }
}
