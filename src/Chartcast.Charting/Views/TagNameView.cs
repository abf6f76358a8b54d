using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws whose value a tag shows, in a box at the pane's right edge beside it.</summary>
internal static class TagNameView
{
    /// <summary>Left and right of the text, in font sizes.</summary>
    private const double Padding = 0.4;
    private const double RadiusPx = 2;

    /// <summary>A name does not cover more of the pane than this.</summary>
    private const double WidestShare = 0.4;

    public static void Draw(
        SceneBuilder scene, Chart chart, string name, (int Top, int Height) rows, Rgba color)
    {
        double size = chart.AxisFontPx * chart.Ratio;
        int right = chart.Layout.PlotWidthPx * chart.Ratio;
        double width = TextMeasure.WidthPx(name, FontFace.Regular, size) + 2 * Padding * size;
        if (width > right * WidestShare) return;
        int left = right - DevicePixels.Round(width);
        RoundedBox.Fill(
            scene, (left, rows.Top, right, rows.Top + rows.Height), RadiusPx * chart.Ratio, color,
            RoundedBox.Side.Left);
        double baseline = rows.Top + rows.Height / 2.0 + TextMeasure.CapHeightPx(FontFace.Regular, size) / 2;
        scene.DrawText(
            name, left + Padding * size, baseline,
            new TextStyle(FontFace.Regular, size, PriceAxisView.ContrastOf(color)));
    }
}
