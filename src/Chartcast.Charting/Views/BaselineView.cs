using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a line that has one look above a base level and another below, filled towards it.</summary>
/// <remarks>Either half is drawn whole and cut at the base level, so that the two meet exactly.</remarks>
internal static class BaselineView
{
    /// <summary>The transparency at which fills keep the opacity of their colours.</summary>
    private const double NeutralTransparency = 50;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        PixelRect area = chart.PricePane.Area;
        SeriesStyle style = chart.SeriesStyle;
        int row = area.Top + DevicePixels.Round(BaseLevel.RowOf(chart) * chart.Ratio);
        row = Math.Clamp(row, area.Top, area.Bottom);
        scene.BeginGroup("above", PixelRect.FromEdges(area.Left, area.Top, area.Right, row));
        DrawHalf(
            scene, chart, row, Gradient(chart, "topFillColor", chart.Theme.Up, (0.3, 0.1), area.Top, row),
            Pen(chart, "topLine", chart.Theme.Up));
        scene.EndGroup();
        scene.BeginGroup("below", PixelRect.FromEdges(area.Left, row, area.Right, area.Bottom));
        DrawHalf(
            scene, chart, row, Gradient(chart, "bottomFillColor", chart.Theme.Down, (0.1, 0.3), row, area.Bottom),
            Pen(chart, "bottomLine", chart.Theme.Down));
        scene.EndGroup();
        Rgba color = style.Color("baselineColor", chart.Theme.BaseLevel);
        var pen = new CrispPen(color, chart.HairlinePx, DashPattern.Dashed);
        CrispLines.Horizontal(scene, area.Left, area.Right, row, pen);
    }

    private static void DrawHalf(SceneBuilder scene, Chart chart, int row, Fill fill, Stroke pen)
    {
        var trace = new LineTrace(chart, chart.PricePane, chart.PricePane.Scale);
        trace.FillTo(scene, chart.DrawnPrices, row, fill);
        trace.Draw(scene, chart.DrawnPrices, pen);
    }

    private static Stroke Pen(Chart chart, string name, Rgba usual) => new(
        chart.SeriesStyle.Color(name + "Color", usual),
        chart.SeriesStyle.Number(name + "Width", SeriesStyle.UsualLinePx) * chart.Ratio);

    private static Fill Gradient(
        Chart chart, string name, Rgba usual, (double Top, double Bottom) opacity, int top, int bottom)
    {
        SeriesStyle style = chart.SeriesStyle;
        double factor = (100 - style.Number("transparency", NeutralTransparency)) / NeutralTransparency;
        return Fill.Vertical(
            Faded(style.Color(name + "1", usual.WithOpacity(opacity.Top))), top,
            Faded(style.Color(name + "2", usual.WithOpacity(opacity.Bottom))), bottom);

        Rgba Faded(Rgba color) => factor == 1 ? color : color.WithOpacity(factor * color.A / byte.MaxValue);
    }
}
