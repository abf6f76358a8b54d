namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>Recursive means written out as sums: every value from all those before it, none from its neighbour.</summary>
internal static class Naive
{
    public static double[] Exponential(double[] values, int length) => Mean(values, length, 2.0 / (length + 1));

    public static double[] Wilder(double[] values, int length) => Mean(values, length, 1.0 / length);

    private static double[] Mean(double[] values, int length, double weight)
    {
        int seed = Array.FindIndex(values, value => !double.IsNaN(value)) + length - 1;
        double At(int i)
        {
            if (i < seed) return double.NaN;
            double sum = values[(seed - length + 1)..(seed + 1)].Average() * Math.Pow(1 - weight, i - seed);
            for (int j = seed + 1; j <= i; j++) sum += weight * Math.Pow(1 - weight, i - j) * values[j];
            return sum;
        }

        return [.. Enumerable.Range(0, values.Length).Select(At)];
    }
}
