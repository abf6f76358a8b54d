using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Models;

/// <summary>Chooses round values for a vertical axis, as dense as the height of labels permits.</summary>
/// <remarks>Steps are 1, 2, 2.5, 4 and 5 times powers of ten: the smallest that three cycles of divisors
/// reach.</remarks>
internal static class PriceTicks
{
    /// <summary>More marks than the tallest picture holds; a guard against steps that doubles cannot resolve.</summary>
    public const int MaximumCount = 256;

    private const double Tolerance = 1e-14;

    /// <summary>Height a label reserves, in font sizes.</summary>
    private const double LabelHeightFactor = 2.5;

    private static readonly double[][] Cycles = [[2, 2.5, 2], [2, 2, 2.5], [2.5, 2, 2]];
    private static readonly double[] DecimalCycle = [2, 2.5, 2];

    /// <summary>The height a label reserves.</summary>
    public static double LabelHeightPx(double fontSizePx) => Math.Ceiling(fontSizePx * LabelHeightFactor);

    /// <summary>Writes the marks of a scale as <see cref="PriceScale.LabelOf"/> has them, greatest first.</summary>
    /// <param name="scale">The scale; its whole height is marked, margins included.</param>
    /// <param name="format">How the values are written; decides the least step.</param>
    /// <param name="fontSizePx">Size of the labels.</param>
    /// <param name="marks">Receives at most <see cref="MaximumCount"/> values.</param>
    /// <returns>How many marks there are.</returns>
    public static int Write(PriceScale scale, PriceFormat format, double fontSizePx, Span<double> marks)
    {
        if (scale.Transform.Mode == ScaleMode.Logarithmic)
            return LogarithmicTicks.Write(scale, format.MinimumMove, fontSizePx, marks);
        return WriteEven(scale, scale.LabelFormat(format).MinimumMove, fontSizePx, marks);
    }

    private static int WriteEven(PriceScale scale, double minimumMove, double fontSizePx, Span<double> marks)
    {
        double top = scale.UnitsAt(0);
        double bottom = scale.UnitsAt(scale.HeightPx - 1);
        (double low, double high) = (Math.Min(top, bottom), Math.Max(top, bottom));
        if (!(high > low) || !double.IsFinite(high - low)) return 0;
        double step = Step(low, high, scale.HeightPx, minimumMove, fontSizePx);
        int limit = Math.Min(MaximumCount, marks.Length);
        double number = Math.Floor(high / step + Tolerance);
        int count = 0;
        for (double value = number * step; value > low && count < limit; value = --number * step)
        {
            // Steps below the resolution of the values would repeat one mark for ever.
            if (count > 0 && value >= marks[count - 1]) break;
            marks[count++] = value == 0 ? 0 : value;
        }

        return count;
    }

    /// <summary>The distance of two marks.</summary>
    /// <param name="low">The value at the bottom row.</param>
    /// <param name="high">The value at the top row, greater than <paramref name="low"/>.</param>
    /// <param name="heightPx">Rows between them.</param>
    /// <param name="minimumMove">The least step.</param>
    /// <param name="fontSizePx">Size of the labels.</param>
    public static double Step(double low, double high, double heightPx, double minimumMove, double fontSizePx)
    {
        double range = high - low;
        double widest = range * LabelHeightPx(fontSizePx) / heightPx;
        double best = double.PositiveInfinity;
        foreach (double[] cycle in Cycles) best = Math.Min(best, StepOfCycle(range, widest, minimumMove, cycle));
        return best;
    }

    private static double StepOfCycle(double range, double widest, double minimumMove, double[] cycle)
    {
        double step = Math.Pow(10, Math.Max(0, Math.Ceiling(Math.Log10(range))));
        int next = 0;
        while (IsGreater(step, minimumMove) && IsAtLeast(step, widest * cycle[next]) && IsAtLeast(step, 1))
        {
            step /= cycle[next];
            next = (next + 1) % cycle.Length;
        }

        if (step <= minimumMove + Tolerance) step = minimumMove;
        step = Math.Max(1, step);
        if (minimumMove >= 1 || Math.Abs(step - 1) > Tolerance) return Math.Max(step, minimumMove);
        next = 0;
        while (IsAtLeast(step, widest * DecimalCycle[next]) && IsGreater(step, minimumMove))
        {
            step /= DecimalCycle[next];
            next = (next + 1) % DecimalCycle.Length;
        }

        return Math.Max(step, minimumMove);
    }

    private static bool IsGreater(double left, double right) => left - right > Tolerance * Math.Max(left, right);

    private static bool IsAtLeast(double left, double right) => left - right > -Tolerance * Math.Max(left, right);
}
