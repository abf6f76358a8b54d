namespace Chartcast.Charting.Models;

/// <summary>Chooses round prices for a logarithmic axis.</summary>
/// <remarks>Equal rows are unequal prices there, so the step is found anew below each mark: the least one that is not
/// nearer than a label is high at that place. The next mark is the greatest multiple of it that keeps that
/// distance.</remarks>
internal static class LogarithmicTicks
{
    public static int Write(PriceScale scale, double minimumMove, double fontSizePx, Span<double> marks)
    {
        double apart = PriceTicks.LabelHeightPx(fontSizePx);
        double top = scale.UnitsAt(0);
        double bottom = scale.UnitsAt(scale.HeightPx - 1);
        double unitsApart = Math.Abs(top - bottom) * apart / scale.HeightPx;
        double low = scale.Transform.ToPrice(Math.Min(top, bottom));
        double price = scale.Transform.ToPrice(Math.Max(top, bottom));
        if (!(price > low) || !double.IsFinite(price - low)) return 0;
        // The first mark may stand at the very top; each other one a label's height below the one before.
        double highest = price;
        int limit = Math.Min(PriceTicks.MaximumCount, marks.Length);
        int count = 0;
        while (count < limit)
        {
            double below = scale.Transform.ToPrice(scale.Transform.ToUnits(price) - unitsApart);
            if (!(below < price)) break;
            double step = PriceTicks.Step(below, price, apart, minimumMove, fontSizePx);
            double mark = Multiple(highest, step);
            // Over so wide a range that even one step leads past 0.
            if (mark <= 0 && highest >= minimumMove) mark = Round(highest);
            if (!(mark > low) || (count > 0 && mark >= marks[count - 1])) break;
            marks[count++] = mark;
            price = mark;
            highest = scale.Transform.ToPrice(scale.Transform.ToUnits(mark) - unitsApart);
        }

        return count;
    }

    /// <summary>The greatest multiple of a step that is not above a price.</summary>
    private static double Multiple(double price, double step)
    {
        // A multiple that doubles miss by their last digit still counts.
        const double Tolerance = 1e-9;
        double multiple = Math.Floor(price / step + Tolerance) * step;
        return multiple == 0 ? 0 : multiple;
    }

    /// <summary>The greatest of 1, 2 and 5 times a power of ten that is not above a price.</summary>
    private static double Round(double price)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(price)));
        return (price / power) switch
        {
            >= 5 => 5 * power,
            >= 2 => 2 * power,
            _ => power,
        };
    }
}
