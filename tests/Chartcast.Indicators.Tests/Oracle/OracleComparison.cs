namespace Chartcast.Indicators.Tests.Oracle;

/// <summary>Where two plots differ by more than rounding.</summary>
/// <param name="First">First bar that differs; −1 for none.</param>
/// <param name="Last">Last bar that differs; −1 for none.</param>
/// <param name="Text">The first difference in words.</param>
internal sealed record OracleComparison(int First, int Last, string Text)
{
    private const double Tolerance = 1e-9;

    /// <summary>Compares value by value. The error is relative to the value or, where values pass through 0, to the
    /// plot's mean size.</summary>
    public static OracleComparison Of(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        double scale = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Average();
        int first = -1, last = -1;
        string text = "";
        for (int i = 0; i < expected.Length; i++)
        {
            if (IsSame(expected[i], found[i], scale)) continue;
            last = i;
            if (first >= 0) continue;
            first = i;
            text = $"bar {i}: {expected[i]:R} expected, {found[i]:R} found";
        }

        return new OracleComparison(first, last, text);
    }

    /// <summary>Whether a bar differs at or after one.</summary>
    public bool DiffersFrom(int bar) => Last >= bar;

    private static bool IsSame(double expected, double found, double scale) =>
        expected == OracleAnswer.Unknown
        || (double.IsNaN(expected) || double.IsNaN(found)
            ? double.IsNaN(expected) && double.IsNaN(found)
            : Math.Abs(expected - found) <= Tolerance * Math.Max(Math.Abs(expected), scale));
}
