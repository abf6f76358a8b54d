using Chartcast.Charting.Composing;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Tests.Composing;

/// <summary>The mapping of values to rows as the documentation of <see cref="PaneAxis"/> has it.</summary>
internal static class AxisRows
{
    public static double RowOf(PaneAxis axis, double value)
    {
        double top = Units(axis.Units, axis.TopValue);
        double bottom = Units(axis.Units, axis.BottomValue);
        return axis.TopPx + (top - Units(axis.Units, value)) / (top - bottom) * (axis.BottomPx - axis.TopPx);
    }

    private static double Units(AxisUnits units, double price) => units.Mode switch
    {
        ScaleMode.Percent => 100 * (price - units.Bases[0].Price) / Math.Abs(units.Bases[0].Price),
        ScaleMode.IndexedTo100 => 100 * (price - units.Bases[0].Price) / Math.Abs(units.Bases[0].Price) + 100,
        ScaleMode.Logarithmic => Math.Sign(price) * (Math.Log10(Math.Abs(price) + units.LogOffset) + units.LogShift),
        _ => price,
    };
}
