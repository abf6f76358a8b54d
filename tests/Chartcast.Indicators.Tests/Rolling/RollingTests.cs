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
        double[] values = Prices(count, length), actual = new double[count];
        RollingSum.FillMeans(values, length, actual);
        AssertNear(Naive(values, length, window => window.Average()), actual, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void WeightedMeans_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), actual = new double[count];
        RollingWeightedMean.Fill(values, length, actual);
        double weights = Enumerable.Range(1, length).Sum(weight => (double)weight);
        double Fold(double[] window) => window.Select((x, i) => x * (i + 1)).Sum() / weights;
        AssertNear(Naive(values, length, Fold), actual, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Deviations_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), actual = new double[count], means = new double[count];
        RollingDeviation.Fill(values, length, actual, means);
        AssertNear(Naive(values, length, Deviation), actual, 1e-9);
        AssertNear(Naive(values, length, window => window.Average()), means, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ExponentialMeans_EqualNaive(int count, int length)
    {
        double[] values = Prices(count, length), actual = new double[count];
        ExponentialMean.Fill(values, length, actual);
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
        double[] values = [1, 1e18, 3, 4, 5, double.NaN, 1, 2, 3, 4], actual = new double[10];
        RollingSum.Fill(values, 2, actual);
        Assert.Equal([double.NaN, 1e18, 1e18, 7, 9, double.NaN, double.NaN, 3, 5, 7], actual);
    }

    [Fact]
    public void Deviations_KeepDigits_WhenPricesAreFarFromZero()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => 1e9 + i % 2)];
        double[] actual = new double[200], means = new double[200];
        RollingDeviation.Fill(values, 10, actual, means);
        Assert.All(actual[9..], deviation => Assert.Equal(0.5, deviation, 1e-9));
    }

    [Fact]
    public void ExponentialMeans_HoldOverHoles_AndSeedAfterThem()
    {
        double[] values = [double.NaN, 2, 4, double.NaN, 6], actual = new double[5];
        ExponentialMean.Fill(values, 2, actual);
        Assert.Equal([double.NaN, double.NaN, 3, 3, 5], actual);
    }

    [Fact]
    public void Fill_Refuses_WhenLengthIsBelowOne()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingSum.Fill([1], 0, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialMean.Fill([1], 0, new double[1]));
        Assert.Throws<ArgumentException>(() => RollingSum.Fill([1, 2], 1, new double[1]));
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
