using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws the legend of a pane at its top left: symbol and last bar, then one line a study.</summary>
internal static class LegendView
{
    private const double InsetPx = 8;
    private const double MainFontPx = 13;
    private const double StudyFontPx = 12;
    private const double LinePx = 17;

    /// <summary>No more than this share of a pane is covered; one line is always shown.</summary>
    private const double CoveredShare = 0.3;
    private const double WordGap = 0.35;
    private const double GroupGap = 0.8;

    /// <summary>How far down from the top of a pane its legend reaches, in logical pixels.</summary>
    public static double HeightPx(Chart chart, Pane pane) => InsetPx + LinesWithin(chart, pane) * LinePx;

    public static void Draw(SceneBuilder scene, Chart chart, Pane pane)
    {
        double top = InsetPx;
        int room = LinesWithin(chart, pane);
        if (pane.IsPrice)
        {
            DrawMain(scene, chart, pane, top);
            top += LinePx;
            room--;
        }

        int compared = pane.IsPrice ? chart.Compared.Length : 0;
        int lines = compared + pane.Studies.Count;
        bool isCut = lines > room;
        int shown = isCut ? Math.Max(0, room - 1) : lines;
        for (int i = 0; i < shown; i++, top += LinePx)
        {
            if (i < compared) DrawCompared(scene, chart, pane, chart.Compared[i], top);
            else DrawStudy(scene, chart, pane, pane.Studies[i - compared], top);
        }

        if (isCut && room > 0) DrawRest(scene, chart, pane, lines - shown, top);
    }

    private static int LinesWithin(Chart chart, Pane pane)
    {
        int wanted = (pane.IsPrice ? 1 + chart.Compared.Length : 0) + pane.Studies.Count;
        int room = (int)((pane.HeightPx * CoveredShare - InsetPx) / LinePx);
        return Math.Min(wanted, Math.Max(1, room));
    }

    private static void DrawMain(SceneBuilder scene, Chart chart, Pane pane, double top)
    {
        LegendDetail detail = LegendDetail.All;
        while (detail > LegendDetail.Symbol)
        {
            LegendPen measure = Pen(null, chart, pane, top, MainFontPx, double.PositiveInfinity);
            MainLegend.Write(ref measure, chart, detail);
            if (measure.X <= Limit(chart, pane)) break;
            detail--;
        }

        LegendPen pen = Pen(scene, chart, pane, top, MainFontPx, Limit(chart, pane));
        MainLegend.Write(ref pen, chart, detail);
    }

    private static void DrawStudy(SceneBuilder scene, Chart chart, Pane pane, Study study, double top)
    {
        double limit = Limit(chart, pane);
        LegendPen measure = Pen(null, chart, pane, top, StudyFontPx, double.PositiveInfinity);
        StudyLegend.Write(ref measure, chart, study, StudyLegendDetail.All);
        // Values are what one reads; the inputs give way to them.
        StudyLegendDetail detail = measure.End <= limit ? StudyLegendDetail.All : StudyLegendDetail.Values;
        LegendPen pen = Pen(scene, chart, pane, top, StudyFontPx, limit);
        StudyLegend.Write(ref pen, chart, study, detail);
    }

    private static void DrawCompared(SceneBuilder scene, Chart chart, Pane pane, ComparedLine line, double top)
    {
        LegendPen pen = Pen(scene, chart, pane, top, StudyFontPx, Limit(chart, pane));
        pen.WriteCut(SymbolText.Short(line.Symbol), line.Color, FontFace.Medium);
        ReadOnlySpan<char> exchange = SymbolText.Exchange(line.Symbol);
        if (exchange.Length > 0)
        {
            pen.Write(" · ", chart.Theme.FaintText);
            pen.Write(exchange, chart.Theme.FaintText);
        }

        double value = line.LastWithin(chart.First, chart.Last);
        if (!chart.Spec.Display.ShowLegendValues || !double.IsFinite(value)) return;
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        pen.Skip(GroupGap);
        pen.Write(text[..line.Format.Write(value, text)], line.Color);
        if (!line.Scale.Transform.IsRelative) return;
        pen.Skip(WordGap);
        PriceFormat format = line.Scale.LabelFormat(line.Format);
        pen.Write($"({format.Text(line.Scale.LabelOf(value))})", line.Color);
    }

    private static void DrawRest(SceneBuilder scene, Chart chart, Pane pane, int count, double top)
    {
        LegendPen pen = Pen(scene, chart, pane, top, StudyFontPx, Limit(chart, pane));
        pen.Write($"+ {count} more", chart.Theme.FaintText);
    }

    private static double Limit(Chart chart, Pane pane) => pane.Area.Right - InsetPx * chart.Ratio / 2;

    private static LegendPen Pen(
        SceneBuilder? scene, Chart chart, Pane pane, double top, double fontPx, double limit)
    {
        double size = fontPx * chart.Ratio;
        double middle = pane.Area.Top + (top + LinePx / 2) * chart.Ratio;
        double baseline = middle + TextMeasure.CapHeightPx(FontFace.Regular, size) / 2;
        return new LegendPen(scene, InsetPx * chart.Ratio, limit, baseline, size);
    }
}
