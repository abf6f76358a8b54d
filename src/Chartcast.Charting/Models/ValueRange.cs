namespace Chartcast.Charting.Models;

/// <summary>The least and the greatest of some values; empty when there are none.</summary>
internal readonly record struct ValueRange(double Minimum, double Maximum)
{
    public static ValueRange Empty { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    public bool IsEmpty => !(Minimum <= Maximum);

    public ValueRange Including(double value) =>
        double.IsFinite(value) ? new ValueRange(Math.Min(Minimum, value), Math.Max(Maximum, value)) : this;

    public ValueRange Including(ValueRange other) =>
        new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));

    /// <summary>The range of values that may hold <see cref="double.NaN"/>.</summary>
    public static ValueRange Of(ReadOnlySpan<double> values)
    {
        double minimum = double.PositiveInfinity;
        double maximum = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            if (value < minimum) minimum = value;
            if (value > maximum) maximum = value;
        }

        return new ValueRange(minimum, maximum);
    }
}
