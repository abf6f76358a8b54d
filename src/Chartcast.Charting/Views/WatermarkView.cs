using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a text, or the symbol, large and faint behind the series.</summary>
internal static class WatermarkView
{
    private const double WidestShare = 0.8;

    /// <summary>The symbol's size and opacity, and how much smaller its exchange is.</summary>
    private const double SymbolPx = 48;
    private const double SymbolOpacity = 0.08;
    private const double SecondLineShare = 0.5;
    private const double LineSpacing = 1.25;

    /// <summary>Where the middle of the text is; higher where made-up bars have a mark of their own.</summary>
    private const double UsualPlace = 0.5;
    private const double PlaceAboveMark = 0.3;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        if (chart.Spec.Watermark is { } mark)
            DrawLine(scene, chart, mark.Text, mark.SizePx, 0, chart.Theme.Text.WithOpacity(mark.Opacity));
        else if (chart.Spec.Display.ShowSymbolWatermark)
            DrawSymbol(scene, chart);
    }

    private static void DrawSymbol(SceneBuilder scene, Chart chart)
    {
        Rgba color = chart.Theme.Text.WithOpacity(SymbolOpacity);
        string first = $"{SymbolText.Short(chart.Spec.Symbol)} · {chart.Spec.Interval}";
        ReadOnlySpan<char> exchange = SymbolText.Exchange(chart.Spec.Symbol);
        double down = exchange.IsEmpty ? 0 : SymbolPx * SecondLineShare * LineSpacing / 2;
        DrawLine(scene, chart, first, SymbolPx, -down, color);
        DrawLine(scene, chart, exchange, SymbolPx * SecondLineShare, SymbolPx * LineSpacing / 2, color);
    }

    private static void DrawLine(
        SceneBuilder scene, Chart chart, ReadOnlySpan<char> text, double sizePx, double downPx, Rgba color)
    {
        if (text.IsEmpty) return;
        PixelRect area = chart.Panes[0].Area;
        double size = sizePx * chart.Ratio;
        double width = TextMeasure.WidthPx(text, FontFace.Medium, size);
        if (width > area.Width * WidestShare) size *= area.Width * WidestShare / width;
        double place = chart.Spec.IsSample ? PlaceAboveMark : UsualPlace;
        double middle = area.Top + area.Height * place + downPx * chart.Ratio;
        double baseline = middle + TextMeasure.CapHeightPx(FontFace.Medium, size) / 2;
        scene.DrawText(
            text, area.Left + area.Width / 2.0, baseline,
            new TextStyle(FontFace.Medium, Math.Max(1, size), color, TextAnchor.Middle));
    }
}
