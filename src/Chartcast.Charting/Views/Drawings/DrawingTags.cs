using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>The prices that drawings show on the price axis.</summary>
internal static class DrawingTags
{
    /// <summary>The prices a drawing marks, with their colours; none for most.</summary>
    public static IEnumerable<(double Price, Rgba Color)> Of(Chart chart, DrawingSpec drawing)
    {
        switch (drawing.Listing.Name)
        {
            case DrawingNames.OrderLine:
                yield return (OrderPrice(chart, drawing), Color(drawing, "lineColor"));
                break;
            case DrawingNames.HorizontalLine when Shows(drawing):
                yield return (Price(drawing, "price")!.Value, Color(drawing, "lineColor"));
                break;
            case DrawingNames.LongPosition or DrawingNames.ShortPosition when Shows(drawing):
                yield return (Price(drawing, "entryPrice")!.Value, Color(drawing, "lineColor"));
                yield return (Price(drawing, "targetPrice")!.Value, Color(drawing, "profitBackground"));
                yield return (Price(drawing, "stopPrice")!.Value, Color(drawing, "stopBackground"));
                break;
            case DrawingNames.Zone when Shows(drawing):
                if (Price(drawing, "topPrice") is { } top) yield return (top, Color(drawing, "lineColor"));
                if (Price(drawing, "bottomPrice") is { } bottom) yield return (bottom, Color(drawing, "lineColor"));
                break;
        }
    }

    /// <summary>An order's price: the last close when none is given.</summary>
    public static double OrderPrice(Chart chart, DrawingSpec drawing) =>
        Price(drawing, "price") ?? chart.Bars.Closes[chart.Last];

    private static bool Shows(DrawingSpec drawing) => drawing.Style("showPrice").Switch ?? false;

    private static double? Price(DrawingSpec drawing, string key) => drawing.Input(key)?.Number;

    private static Rgba Color(DrawingSpec drawing, string key) => drawing.Style(key).Color!.Value.WithOpacity(1);
}
