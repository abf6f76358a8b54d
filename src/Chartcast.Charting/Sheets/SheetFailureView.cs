using Chartcast.Charting.Themes;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Sheets;

/// <summary>Says at its place why a chart is missing.</summary>
internal static class SheetFailureView
{
    private const double TitleFontPx = 13;
    private const double ReasonFontPx = 12;
    private const double LinePx = 17;
    private const double InsetPx = 8;
    private const int MaximumLines = 6;

    public static void Draw(SceneBuilder scene, SheetTile tile, PixelRect place, ChartTheme theme, int ratio)
    {
        scene.BeginGroup("failed chart", place);
        scene.FillRect(place, theme.Background);
        double left = place.Left + InsetPx * ratio;
        double width = place.Width - 2 * InsetPx * ratio;
        double baseline = place.Top + (InsetPx + LinePx / 2 + TitleFontPx / 3) * ratio;
        scene.DrawText(
            Cut(tile.Title, FontFace.Medium, TitleFontPx * ratio, width), left, baseline,
            new TextStyle(FontFace.Medium, TitleFontPx * ratio, theme.Text));
        List<string> lines = Wrap(tile.Failure ?? "There is no chart.", ReasonFontPx * ratio, width);
        double step = LinePx * ratio;
        double y = place.Top + place.Height / 2.0 - (lines.Count - 1) * step / 2;
        var style = new TextStyle(FontFace.Regular, ReasonFontPx * ratio, theme.AxisText, TextAnchor.Middle);
        foreach (string line in lines)
        {
            scene.DrawText(line, place.Left + place.Width / 2.0, y, style);
            y += step;
        }

        scene.EndGroup();
    }

    private static List<string> Wrap(string text, double sizePx, double widthPx)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (TextMeasure.WidthPx(longer, FontFace.Regular, sizePx) <= widthPx)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0) lines.Add(line);
            if (lines.Count == MaximumLines)
            {
                lines[^1] = Cut(lines[^1] + " …", FontFace.Regular, sizePx, widthPx);
                return lines;
            }

            line = Cut(word, FontFace.Regular, sizePx, widthPx);
        }

        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    private static string Cut(string text, FontFace face, double sizePx, double widthPx)
    {
        if (TextMeasure.WidthPx(text, face, sizePx) <= widthPx) return text;
        int kept = text.Length;
        while (kept > 0 && TextMeasure.WidthPx(text[..kept] + "…", face, sizePx) > widthPx) kept--;
        return text[..kept] + "…";
    }
}
