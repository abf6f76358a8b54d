namespace Chartcast.Charting.Specs.Drawings;

/// <summary>The exact names of the drawings.</summary>
internal static class DrawingNames
{
    public const string OrderLine = "Order Line";
    public const string TrendLine = "Trend Line";
    public const string HorizontalLine = "Horizontal Line";
    public const string VerticalLine = "Vertical Line";
    public const string LongPosition = "Long Position";
    public const string ShortPosition = "Short Position";
    public const string FibRetracement = "Fib Retracement";
    public const string DateRange = "Date Range";
    public const string DatePriceRange = "Date Price Range";
    public const string Rectangle = "Rectangle";
    public const string ArrowMarker = "Arrow Marker";
    public const string ArrowMarkUp = "Arrow Mark Up";
    public const string ArrowMarkDown = "Arrow Mark Down";
    public const string Text = "Text";
    public const string Callout = "Callout";
    public const string Marker = "Marker";
    public const string Zone = "Zone";
    public const string Note = "Note";
}
