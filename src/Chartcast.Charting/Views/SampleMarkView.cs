using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Says in the picture that the bars are made up: large and faint behind the series, small and clear in
/// front.</summary>
internal static class SampleMarkView
{
    private const string Mark = "SAMPLE DATA";
    private const double WatermarkPx = 48;
    private const double WidestShare = 0.7;
    private const double BadgeFontPx = 11;
    private const double BadgePaddingPx = 7;
    private const double BadgeHeightPx = 20;
    private const double BadgeMarginPx = 8;
    private const double BadgeRadiusPx = 4;

    /// <summary>Draws the watermark behind the series.</summary>
    public static void DrawBehind(SceneBuilder scene, Chart chart)
    {
        PixelRect area = chart.Panes[0].Area;
        double size = SizeWithin(WatermarkPx * chart.Ratio, area.Width * WidestShare);
        double x = area.Left + area.Width / 2.0;
        double baseline = area.Top + area.Height / 2.0 + TextMeasure.CapHeightPx(FontFace.Medium, size) / 2;
        scene.DrawText(
            Mark, x, baseline, new TextStyle(FontFace.Medium, size, chart.Theme.Watermark, TextAnchor.Middle));
    }

    /// <summary>Draws the badge in front of the series, at the bottom left of the first pane.</summary>
    public static void DrawInFront(SceneBuilder scene, Chart chart)
    {
        PixelRect area = chart.Panes[0].Area;
        double ratio = chart.Ratio;
        double margin = Math.Min(BadgeMarginPx * ratio, area.Width * 0.04);
        double padding = Math.Min(BadgePaddingPx * ratio, area.Width * 0.06);
        double size = SizeWithin(BadgeFontPx * ratio, area.Width - 2 * (margin + padding));
        int height = DevicePixels.Round(BadgeHeightPx * size / BadgeFontPx);
        int left = area.Left + DevicePixels.Round(margin);
        int right = left + DevicePixels.Round(TextMeasure.WidthPx(Mark, FontFace.Medium, size) + 2 * padding);
        int bottom = area.Bottom - DevicePixels.Round(margin);
        int top = bottom - height;
        RoundedBox.Fill(
            scene, (left, top, right, bottom), BadgeRadiusPx * size / BadgeFontPx,
            chart.Theme.SampleBox, RoundedBox.Side.Both);
        double baseline = top + height / 2.0 + TextMeasure.CapHeightPx(FontFace.Medium, size) / 2;
        scene.DrawText(
            Mark, left + padding, baseline, new TextStyle(FontFace.Medium, size, chart.Theme.SampleText));
    }

    private static double SizeWithin(double sizePx, double widthPx)
    {
        double width = TextMeasure.WidthPx(Mark, FontFace.Medium, sizePx);
        return Math.Max(1, width > widthPx ? sizePx * widthPx / width : sizePx);
    }
}
