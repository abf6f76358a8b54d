using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Models;

/// <summary>The slots and prices that a drawing takes; open sides are infinite.</summary>
/// <param name="FirstSlot">The earliest slot.</param>
/// <param name="LastSlot">The latest slot.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="High">The highest price.</param>
internal readonly record struct DrawingExtent(double FirstSlot, double LastSlot, double Low, double High)
{
    private static readonly string[] TimeKeys = ["datetime", "startDatetime", "endDatetime"];

    private static readonly string[] PriceKeys =
        ["price", "startPrice", "endPrice", "entryPrice", "targetPrice", "stopPrice", "topPrice", "bottomPrice"];

    /// <summary>Whether some of it may show left to right.</summary>
    public bool IsInTime(Chart chart)
    {
        PixelRect area = chart.PricePane.Area;
        return DrawingPlaces.ColumnOf(chart, LastSlot) >= area.Left
            && DrawingPlaces.ColumnOf(chart, FirstSlot) < area.Right;
    }

    /// <summary>Whether some of it may show top to bottom, whichever way the scale runs.</summary>
    public bool IsInPrice(Chart chart)
    {
        PixelRect area = chart.PricePane.Area;
        double low = DrawingPlaces.RowOf(chart, Low), high = DrawingPlaces.RowOf(chart, High);
        return Math.Max(low, high) >= area.Top && Math.Min(low, high) < area.Bottom;
    }

    /// <summary>The extent of a drawing.</summary>
    public static DrawingExtent Of(Chart chart, DrawingSpec drawing)
    {
        DrawingExtent points = OfPoints(chart, drawing);
        return drawing.Listing.Name switch
        {
            DrawingNames.LongPosition or DrawingNames.ShortPosition => OfPlan(chart, drawing, points),
            DrawingNames.FibRetracement => OfLevels(drawing, points),
            DrawingNames.TrendLine when IsOn(drawing, "extendLeft") || IsOn(drawing, "extendRight") =>
                points.Extended(drawing, "extendLeft", "extendRight").WithAllPrices(),
            DrawingNames.Rectangle => points.Extended(drawing, "extendLeft", "extendRight"),
            DrawingNames.DateRange => points with
            {
                High = IsOn(drawing, "extendTop") ? double.PositiveInfinity : points.High,
                Low = IsOn(drawing, "extendBottom") ? double.NegativeInfinity : points.Low,
            },
            DrawingNames.Zone => OfZone(drawing, points),
            _ => points,
        };
    }

    private static DrawingExtent OfPoints(Chart chart, DrawingSpec drawing)
    {
        double first = double.PositiveInfinity, last = double.NegativeInfinity;
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (string key in TimeKeys)
        {
            if (drawing.Input(key)?.Time is not { } time) continue;
            double slot = chart.Times.SlotOf(time);
            (first, last) = (Math.Min(first, slot), Math.Max(last, slot));
        }

        foreach (string key in PriceKeys)
        {
            if (drawing.Input(key)?.Number is not { } price) continue;
            (low, high) = (Math.Min(low, price), Math.Max(high, price));
        }

        if (first > last) (first, last) = (double.NegativeInfinity, double.PositiveInfinity);
        if (low > high) (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        return new DrawingExtent(first, last, low, high);
    }

    private static DrawingExtent OfPlan(Chart chart, DrawingSpec drawing, DrawingExtent points)
    {
        var plan = new TradePlan(chart, drawing);
        return points with { FirstSlot = plan.StartSlot, LastSlot = plan.EndSlot };
    }

    private static DrawingExtent OfLevels(DrawingSpec drawing, DrawingExtent points)
    {
        foreach (FibLevel level in FibLevel.Of(drawing))
        {
            points = points with
            {
                Low = Math.Min(points.Low, level.Price), High = Math.Max(points.High, level.Price),
            };
        }

        return points.Extended(drawing, "extendLeft", "extendLine");
    }

    private static DrawingExtent OfZone(DrawingSpec drawing, DrawingExtent points)
    {
        bool Has(string key) => drawing.Input(key) is not null;
        return new DrawingExtent(
            Has("startDatetime") ? points.FirstSlot : double.NegativeInfinity,
            Has("endDatetime") ? points.LastSlot : double.PositiveInfinity,
            Has("bottomPrice") ? points.Low : double.NegativeInfinity,
            Has("topPrice") ? points.High : double.PositiveInfinity);
    }

    private DrawingExtent Extended(DrawingSpec drawing, string leftKey, string rightKey) => this with
    {
        FirstSlot = IsOn(drawing, leftKey) ? double.NegativeInfinity : FirstSlot,
        LastSlot = IsOn(drawing, rightKey) ? double.PositiveInfinity : LastSlot,
    };

    private DrawingExtent WithAllPrices() => Low == High
        ? this
        : this with { Low = double.NegativeInfinity, High = double.PositiveInfinity };

    private static bool IsOn(DrawingSpec drawing, string key) => drawing.Style(key).Switch ?? false;
}
