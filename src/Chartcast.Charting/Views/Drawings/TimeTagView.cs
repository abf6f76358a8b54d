using System.Globalization;
using Chartcast.Charting.Layouts;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>Draws the times of vertical lines on the time axis.</summary>
internal static class TimeTagView
{
    private const double PaddingPx = 6;
    private const double RadiusPx = 2;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        if (chart.Layout.TimeAxisHeightPx == 0 || chart.Spec.Drawings.Count == 0) return;
        foreach (DrawingSpec drawing in chart.Spec.Drawings)
        {
            if (IsShown(chart, drawing)) DrawTag(scene, chart, drawing);
        }
    }

    /// <summary>Whether a tag covers a part of the axis, which then shows nothing else.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="left">First device column.</param>
    /// <param name="right">The column after the last one.</param>
    public static bool Covers(Chart chart, double left, double right)
    {
        if (chart.Spec.Drawings.Count == 0) return false;
        foreach (DrawingSpec drawing in chart.Spec.Drawings)
        {
            if (!IsShown(chart, drawing)) continue;
            (int from, int to) = Columns(chart, drawing);
            if (left < to && right > from) return true;
        }

        return false;
    }

    private static bool IsShown(Chart chart, DrawingSpec drawing)
    {
        if (drawing.Listing.Name != DrawingNames.VerticalLine || drawing.Style("showTime").Switch != true) return false;
        double x = ColumnOf(chart, drawing);
        return x >= 0 && x < chart.Layout.PlotWidthPx * chart.Ratio && chart.Panes.Contains(chart.PricePane);
    }

    private static double ColumnOf(Chart chart, DrawingSpec drawing) =>
        DrawingPlaces.ColumnOf(chart, chart.Times.SlotOf(TimeOf(drawing)));

    private static DrawingTime TimeOf(DrawingSpec drawing) => drawing.Input("datetime")!.Value.Time!.Value;

    private static (int Left, int Right) Columns(Chart chart, DrawingSpec drawing)
    {
        double ratio = chart.Ratio;
        double width = TextMeasure.WidthPx(
            TextOf(chart, TimeOf(drawing)), FontFace.Regular, chart.AxisFontPx * ratio) + 2 * PaddingPx * ratio;
        double most = chart.Layout.PlotWidthPx * ratio - width;
        double left = Math.Max(0, Math.Min(ColumnOf(chart, drawing) + 0.5 - width / 2, most));
        return (DevicePixels.Round(left), DevicePixels.Round(left) + (int)Math.Ceiling(width));
    }

    private static void DrawTag(SceneBuilder scene, Chart chart, DrawingSpec drawing)
    {
        double ratio = chart.Ratio, size = chart.AxisFontPx * ratio;
        (int left, int right) = Columns(chart, drawing);
        int top = chart.Layout.PlotHeightPx * chart.Ratio + chart.HairlinePx;
        double middle = (chart.Layout.PlotHeightPx + AxisMeasure.TimeTextMiddlePx(chart.AxisFontPx)) * ratio;
        int bottom = DevicePixels.Round(2 * middle - top);
        Rgba color = drawing.Style("lineColor").Color!.Value.WithOpacity(1);
        RoundedBox.Fill(scene, (left, top, right, bottom), RadiusPx * ratio, color, RoundedBox.Side.Both);
        double baseline = middle + TextMeasure.CapHeightPx(FontFace.Regular, size) / 2;
        scene.DrawText(
            TextOf(chart, TimeOf(drawing)), left + PaddingPx * ratio, baseline,
            new TextStyle(FontFace.Regular, size, PriceAxisView.ContrastOf(color)));
    }

    private static string TextOf(Chart chart, DrawingTime time)
    {
        DateTime local = ChartClock.TimeOf(chart.Clock.LocalMs(chart.Times.MsOf(time)));
        return local.ToString(
            chart.Clock.IsIntraday ? "ddd dd MMM \\'yy  HH:mm" : "ddd dd MMM \\'yy", CultureInfo.InvariantCulture);
    }
}
