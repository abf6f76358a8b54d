using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Tests.Rolling;

public sealed class RollingTests
{
    public static TheoryData<int, int> Shapes()
    {
        var shapes = new TheoryData<int, int>();
        foreach (int count in new[] { 0, 1, 2, 7, 100, 1000 })
        {
            foreach (int length in new[] { 1, 2, 3, 7, 20, 99, 100, 101, 5000 }) shapes.Add(count, length);
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Means_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), actual = Run(values, new RollingSum(length).NextMean);
        AssertNear(Naive(values, length, window => window.Average()), actual, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void WeightedMeans_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), actual = Run(values, new RollingWeightedMean(length).Next);
        double weights = Enumerable.Range(1, length).Sum(weight => (double)weight);
        double Fold(double[] window) => window.Select((x, i) => x * (i + 1)).Sum() / weights;
        AssertNear(Naive(values, length, Fold), actual, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Deviations_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), actual = Run(values, new RollingDeviation(length).Next);
        var deviation = new RollingDeviation(length);
        double[] means = Run(values, value => double.IsNaN(deviation.Next(value)) ? double.NaN : deviation.Mean);
        AssertNear(Naive(values, length, Deviation), actual, 1e-9);
        AssertNear(Naive(values, length, window => window.Average()), means, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Correlations_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), others = Prices(count, length + 1);
        int next = 0;
        var correlation = new RollingCorrelation(length);
        double[] actual = Run(values, value => correlation.Next(value, others[next++]));
        for (int i = 0; i < count; i++)
        {
            if (i < length - 1 || length == 1) Assert.Equal(double.NaN, actual[i]);
            else
            {
                Range window = (i - length + 1)..(i + 1);
                Assert.Equal(Correlation(values[window], others[window]), actual[i], 1e-9);
            }
        }
    }

    private static double Correlation(double[] x, double[] y)
    {
        double meanX = x.Average(), meanY = y.Average();
        return x.Zip(y).Sum(pair => (pair.First - meanX) * (pair.Second - meanY))
            / Math.Sqrt(x.Sum(value => Math.Pow(value - meanX, 2)) * y.Sum(value => Math.Pow(value - meanY, 2)));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ExponentialMeans_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), actual = Run(values, new ExponentialMean(length).Next);
        var expected = new double[count];
        for (int i = 0; i < count; i++)
        {
            expected[i] = i < length - 1 ? double.NaN
                : i == length - 1 ? values[..length].Average()
                : values[i] * (2.0 / (length + 1)) + expected[i - 1] * (1 - 2.0 / (length + 1));
        }

        AssertNear(expected, actual, 1e-12);
    }

    [Fact]
    public void Sums_AreFreeOfWhatHasLeftTheWindow()
    {
        double[] actual = Run([1, 1e18, 3, 4, 5, double.NaN, 1, 2, 3, 4], new RollingSum(2).Next);
        Assert.Equal([double.NaN, 1e18, 1e18, 7, 9, double.NaN, double.NaN, 3, 5, 7], actual);
    }

    [Fact]
    public void Deviations_KeepDigits_WhenPricesAreFarFromZero()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => 1e9 + i % 2)];
        double[] actual = Run(values, new RollingDeviation(10).Next);
        Assert.All(actual[9..], deviation => Assert.Equal(0.5, deviation, 1e-9));
    }

    [Fact]
    public void ExponentialMeans_HoldOverHoles_AndSeedAfterThem()
    {
        double[] actual = Run([double.NaN, 2, 4, double.NaN, 6], new ExponentialMean(2).Next);
        Assert.Equal([double.NaN, double.NaN, 3, 3, 5], actual);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Extremes_EqualNaive(int count, int length)
    {
        // Few distinct values, so that ties abound.
        double[] values = [.. Prices(count, length).Select(price => Math.Round(price / 20))];
        var highest = RollingExtreme.Highest(length);
        double[] ages = new double[count];
        double[] high = Run(values, (value, i) =>
        {
            double extreme = highest.Next(value);
            ages[i] = highest.Age;
            return extreme;
        });
        Assert.Equal(Naive(values, length, window => window.Max()), high);
        Assert.Equal(
            Naive(values, length, window => length - 1 - Array.LastIndexOf(window, window.Max()))
                .Select(age => double.IsNaN(age) ? -1 : age),
            ages);
        Assert.Equal(
            Naive(values, length, window => window.Min()), Run(values, RollingExtreme.Lowest(length).Next));
    }

    [Fact]
    public void Extremes_TellTheOldestOfEquals_WhenAsked()
    {
        var highest = RollingExtreme.Highest(3, prefersNewest: false);
        Assert.Equal([double.NaN, double.NaN, 5, 5, 5], Run([5, 1, 5, 2, 5], highest.Next));
        Assert.Equal(2, highest.Age);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Fits_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length);
        var fit = new RollingFit(length);
        double[] slopes = new double[count];
        double[] ends = Run(values, (value, i) =>
        {
            double end = fit.Next(value);
            slopes[i] = fit.Slope;
            return end;
        });
        AssertNear(Naive(values, length, window => FitOf(window).End), ends, 1e-10);
        double[] expected = Naive(values, length, window => FitOf(window).Slope);
        for (int i = length - 1; i < count; i++) Assert.Equal(expected[i], slopes[i], 1e-9);
    }

    [Fact]
    public void Delays_GiveBackWhatWas() =>
        Assert.Equal([double.NaN, double.NaN, 1, 2, 3], Run([1, 2, 3, 4, 5], new Delay(2).Next));

    [Fact]
    public void Windows_KeepTheNewestValuesOnly()
    {
        var window = new RollingWindow(40);
        for (int i = 0; i < 100; i++) window.Add(i);
        Assert.True(window.IsFull);
        Assert.Equal([99, 98, 60], [window[0], window[1], window[39]]);
    }

    [Fact]
    public void Lengths_BelowOneAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RollingSum(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialMean(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingExtreme.Highest(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RollingWindow(0));
    }

    private static double[] Run(double[] values, Func<double, double> next) => [.. values.Select(next)];

    private static double[] Run(double[] values, Func<double, int, double> next) => [.. values.Select(next)];

    private static (double End, double Slope) FitOf(double[] window)
    {
        double middle = (window.Length - 1) / 2.0, mean = window.Average();
        double spread = window.Select((_, i) => (i - middle) * (i - middle)).Sum();
        double slope = spread == 0 ? 0 : window.Select((x, i) => (i - middle) * (x - mean)).Sum() / spread;
        return (mean + slope * middle, slope);
    }

    private static double[] Prices(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 50 + 100 * random.NextDouble())];
    }

    private static double Deviation(double[] window)
    {
        double mean = window.Average();
        return Math.Sqrt(window.Sum(x => (x - mean) * (x - mean)) / window.Length);
    }

    private static double[] Naive(double[] values, int length, Func<double[], double> fold) =>
    [
        .. values.Select((_, i) => i < length - 1 ? double.NaN : fold(values[(i - length + 1)..(i + 1)])),
    ];

    private static void AssertNear(double[] expected, double[] actual, double share)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i])) Assert.True(double.IsNaN(actual[i]), $"{i}: {actual[i]}");
            else Assert.Equal(expected[i], actual[i], share * Math.Abs(expected[i]));
        }
    }
}
