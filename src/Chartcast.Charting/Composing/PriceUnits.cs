using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Composing;

/// <summary>Decides the units of the price axis, and which of them are shown.</summary>
internal static class PriceUnits
{
    /// <summary>The units the price axis is divided into.</summary>
    /// <param name="chart">The chart; receives a warning where the asked scale does not fit the prices.</param>
    /// <param name="prices">All prices that are shown, compared symbols left out.</param>
    public static ScaleTransform Choose(Chart chart, ValueRange prices)
    {
        ScaleMode mode = chart.Spec.Scale.Mode
            ?? (chart.Spec.Compared.Count > 0 ? ScaleMode.Percent : ScaleMode.Regular);
        if (mode == ScaleMode.Regular) return ScaleTransform.Regular;
        if (mode == ScaleMode.Logarithmic)
        {
            foreach (ComparedLine line in chart.Compared) prices = prices.Including(RangeOf(chart, line));
            if (prices.Minimum <= 0)
            {
                chart.Warnings.Add(
                    "Prices of 0 or below have no logarithm: below 0 the logarithmic scale is the mirror image of "
                    + "that above; scale regular shows them evenly.");
            }

            return ScaleTransform.Logarithmic(prices);
        }

        double basePrice = ComparedLine.BaseOf(chart.Bars.Closes[chart.First..]);
        if (double.IsFinite(basePrice)) return ScaleTransform.Relative(mode, basePrice);
        chart.Warnings.Add(
            $"scale {mode.WireName()} needs a first price other than 0, which these bars do not have: "
            + "the scale is regular.");
        return ScaleTransform.Regular;
    }

    /// <summary>The units from the lowest to the highest price shown, compared symbols in their own units.</summary>
    public static ValueRange Shown(Chart chart, ScaleTransform transform, ValueRange prices)
    {
        ValueRange units = transform.ToUnits(prices);
        foreach (ComparedLine line in chart.Compared)
            units = units.Including(TransformOf(chart, line, transform).ToUnits(RangeOf(chart, line)));
        return units;
    }

    /// <summary>The units of a compared symbol: on a relative scale it starts where the main series starts.</summary>
    public static ScaleTransform TransformOf(Chart chart, ComparedLine line, ScaleTransform transform)
    {
        double basePrice = ComparedLine.BaseOf(line.Values.AsSpan(chart.First));
        return double.IsFinite(basePrice) ? transform.WithBase(basePrice) : transform;
    }

    /// <summary>The units that an asked price range shows.</summary>
    public static ValueRange Asked(Chart chart, PriceRangeSpec asked, ScaleTransform transform, ValueRange shown)
    {
        double low = asked.From ?? Beyond(transform.ToPrice(shown.Minimum), -asked.Margin);
        double high = asked.To ?? Beyond(transform.ToPrice(shown.Maximum), asked.Margin);
        if (!(low < high))
        {
            // Only where one bound was left to the bars, and all of them lie beyond the other.
            if (asked.To is null) high = Beyond(low, asked.Margin);
            else low = Beyond(high, -asked.Margin);
            if (!(low < high)) return shown;
        }

        ValueRange units = transform.ToUnits(new ValueRange(low, high));
        if (shown.IsEmpty || (shown.Maximum >= units.Minimum && shown.Minimum <= units.Maximum)) return units;
        chart.Warnings.Add(
            $"priceRange {chart.Format.Text(low)} to {chart.Format.Text(high)} shows none of the bars, which lie from "
            + $"{chart.Format.Text(transform.ToPrice(shown.Minimum))} to "
            + $"{chart.Format.Text(transform.ToPrice(shown.Maximum))}.");
        return units;
    }

    private static double Beyond(double price, double share) => price + Math.Abs(price) * share;

    private static ValueRange RangeOf(Chart chart, ComparedLine line) =>
        ValueRange.Of(line.Values.AsSpan(chart.First));
}
