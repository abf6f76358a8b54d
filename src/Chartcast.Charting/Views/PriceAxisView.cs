using Chartcast.Charting.Layouts;
using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws the labels of a pane's price axis and the tags of its last values.</summary>
internal static class PriceAxisView
{
    /// <summary>Space above and below a tag's text, in font sizes.</summary>
    private const double TagPadding = 2.5 / 12;

    /// <summary>What a tag leaves free at the picture's edge.</summary>
    private const int TagRightGapPx = 4;
    private const double TagRadiusPx = 2;

    /// <summary>The height of a tag in logical pixels, such that it is whole device pixels.</summary>
    public static double TagHeightPx(double fontPx, int ratio)
    {
        double height = fontPx * (1 + 2 * TagPadding);
        return Math.Round(height * ratio) / ratio;
    }

    public static void Draw(SceneBuilder scene, Chart chart, Pane pane)
    {
        if (chart.Layout.PriceAxisWidthPx == 0) return;
        double half = chart.AxisFontPx / 2.0;
        foreach (double tick in pane.Ticks)
        {
            double row = pane.Scale.RowOfLabel(tick);
            if (row - half < 0 || row + half > pane.HeightPx || IsBeneathTag(chart, pane, row)) continue;
            DrawLabel(scene, chart, pane, row, (pane.TickFormat, tick, chart.Theme.AxisText));
        }

        foreach (AxisTag tag in pane.Tags) DrawTag(scene, chart, pane, tag);
    }

    /// <summary>Black or white, whichever reads better on a colour.</summary>
    public static Rgba ContrastOf(Rgba color) =>
        0.199 * color.R + 0.687 * color.G + 0.114 * color.B > 160 ? new Rgba(0, 0, 0) : new Rgba(255, 255, 255);

    private static bool IsBeneathTag(Chart chart, Pane pane, double row)
    {
        double distance = (TagHeightPx(chart.AxisFontPx, chart.Ratio) + chart.AxisFontPx) / 2;
        foreach (AxisTag tag in pane.Tags)
        {
            if (Math.Abs(tag.PlacedRow - row) < distance) return true;
        }

        return false;
    }

    private static void DrawTag(SceneBuilder scene, Chart chart, Pane pane, AxisTag tag)
    {
        int ratio = chart.Ratio;
        int height = DevicePixels.Round(TagHeightPx(chart.AxisFontPx, ratio) * ratio);
        int row = pane.Area.Top + DevicePixels.Round(tag.PlacedRow * ratio);
        int top = Math.Clamp(row - height / 2, pane.Area.Top, Math.Max(pane.Area.Top, pane.Area.Bottom - height));
        int left = chart.Layout.PlotWidthPx * ratio;
        int right = (chart.Spec.WidthPx - TagRightGapPx) * ratio;
        Rgba color = Blend(tag.Color, chart.Theme.Background);
        RoundedBox.Fill(scene, (left, top, right, top + height), TagRadiusPx * ratio, color, RoundedBox.Side.Right);
        if (tag.Name.Length > 0) TagNameView.Draw(scene, chart, tag.Name, (top, height), color);
        double middle = (top + height / 2.0 - pane.Area.Top) / ratio;
        DrawLabel(scene, chart, pane, middle, (tag.Format, tag.Value, ContrastOf(color)));
    }

    private static void DrawLabel(
        SceneBuilder scene, Chart chart, Pane pane, double row, (PriceFormat Format, double Value, Rgba Color) label)
    {
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        text = text[..label.Format.Write(label.Value, text)];
        double size = chart.AxisFontPx * chart.Ratio;
        double x = (chart.Layout.PlotWidthPx + AxisMeasure.TextInsetPx(chart.AxisFontPx)) * chart.Ratio;
        double baseline = pane.Area.Top + row * chart.Ratio + TextMeasure.CapHeightPx(FontFace.Regular, size) / 2;
        scene.DrawText(text, x, baseline, new TextStyle(FontFace.Regular, size, label.Color));
    }

    private static Rgba Blend(Rgba color, Rgba background)
    {
        if (color.IsOpaque) return color;
        return new Rgba(
            Mix(color.R, background.R, color.A),
            Mix(color.G, background.G, color.A),
            Mix(color.B, background.B, color.A));
    }

    private static byte Mix(byte front, byte back, byte alpha) =>
        (byte)((front * alpha + back * (255 - alpha) + 127) / 255);
}
