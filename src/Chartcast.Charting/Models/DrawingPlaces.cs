namespace Chartcast.Charting.Models;

/// <summary>Where slots and prices lie on the price pane, in device pixels; whole where crisp items are
/// centred.</summary>
internal static class DrawingPlaces
{
    /// <summary>Beyond this slot nothing is told apart any more.</summary>
    private const double FarthestSlot = 1e9;

    /// <summary>The column of a slot; slots between bars lie between their columns.</summary>
    public static double ColumnOf(Chart chart, double slot)
    {
        slot = Math.Clamp(slot, -FarthestSlot, FarthestSlot);
        double whole = Math.Floor(slot);
        double left = chart.Time.CenterOf((int)whole);
        double right = chart.Time.CenterOf((int)whole + 1);
        return (left + (slot - whole) * (right - left)) * chart.Ratio;
    }

    /// <summary>The row of a price; prices that the scale cannot show lie far outside.</summary>
    public static double RowOf(Chart chart, double price)
    {
        double row = chart.PricePane.Scale.RowOf(price);
        // A logarithmic scale has no place for 0 and below: that is where its values end.
        if (double.IsNaN(row)) row = double.PositiveInfinity;
        return chart.PricePane.Area.Top + DevicePixels.Clamp(row) * chart.Ratio;
    }
}
