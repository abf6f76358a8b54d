using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws all drawings of one layer, in their order.</summary>
internal static class DrawingsView
{
    public static void Draw(SceneBuilder scene, Chart chart, DrawingOrder order)
    {
        if (!HasAny(chart, order)) return;
        scene.BeginGroup(order == DrawingOrder.Top ? "drawings" : "drawings behind");
        var canvas = new DrawingCanvas(scene, chart);
        foreach (DrawingSpec drawing in chart.Spec.Drawings)
        {
            if (drawing.Order != order) continue;
            canvas.Spec = drawing;
            DrawOne(canvas);
        }

        scene.EndGroup();
    }

    private static bool HasAny(Chart chart, DrawingOrder order)
    {
        for (int i = 0; i < chart.Spec.Drawings.Count; i++)
        {
            if (chart.Spec.Drawings[i].Order == order) return true;
        }

        return false;
    }

    private static void DrawOne(DrawingCanvas canvas)
    {
        switch (canvas.Spec.Listing.Name)
        {
            case DrawingNames.OrderLine: OrderLineView.Draw(canvas); break;
            case DrawingNames.TrendLine: TrendLineView.Draw(canvas); break;
            case DrawingNames.HorizontalLine: HorizontalLineView.Draw(canvas); break;
            case DrawingNames.VerticalLine: VerticalLineView.Draw(canvas); break;
            case DrawingNames.LongPosition or DrawingNames.ShortPosition: PositionView.Draw(canvas); break;
            case DrawingNames.FibRetracement: FibView.Draw(canvas); break;
            case DrawingNames.DateRange or DrawingNames.DatePriceRange: RangeView.Draw(canvas); break;
            case DrawingNames.Rectangle: BoxView.DrawRectangle(canvas); break;
            case DrawingNames.Zone: BoxView.DrawZone(canvas); break;
            case DrawingNames.ArrowMarker: ArrowMarkerView.Draw(canvas); break;
            case DrawingNames.ArrowMarkUp: MarkView.DrawArrow(canvas, down: 1); break;
            case DrawingNames.ArrowMarkDown: MarkView.DrawArrow(canvas, down: -1); break;
            case DrawingNames.Marker: MarkView.DrawMarker(canvas); break;
            case DrawingNames.Text: TextView.Draw(canvas); break;
            case DrawingNames.Callout: CalloutView.Draw(canvas); break;
            case DrawingNames.Note: NoteView.Draw(canvas); break;
        }
    }
}
