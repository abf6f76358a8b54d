using Chartcast.Charting.Layouts;
using Chartcast.Charting.Models;
using Chartcast.Charting.Views.Drawings;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws the labels of the time axis.</summary>
internal static class TimeAxisView
{
    /// <summary>Labels at the edges are shifted inwards to keep this distance.</summary>
    private const double EdgePx = 2;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        if (chart.Layout.TimeAxisHeightPx == 0) return;
        byte boldFrom = TimeTicks.BoldFrom(chart.TimeMarks);
        Span<char> buffer = stackalloc char[16];
        double size = chart.AxisFontPx * chart.Ratio;
        double baseline = (chart.Layout.PlotHeightPx + AxisMeasure.TimeTextMiddlePx(chart.AxisFontPx)) * chart.Ratio
            + TextMeasure.CapHeightPx(FontFace.Regular, size) / 2;
        foreach (TimeMark mark in chart.TimeMarks)
        {
            long local = chart.Clock.LocalMs(chart.OpenTimeMs(mark.Index));
            ReadOnlySpan<char> text = buffer[..TimeTicks.WriteLabel(mark, local, chart.Clock.IsIntraday, buffer)];
            bool isBold = mark.Weight >= boldFrom;
            FontFace face = isBold ? FontFace.Medium : FontFace.Regular;
            double width = TextMeasure.WidthPx(text, face, size);
            double least = EdgePx * chart.Ratio;
            double most = (chart.Layout.PlotWidthPx - EdgePx) * chart.Ratio - width;
            if (most < least) continue;
            double left = Math.Clamp(chart.Time.CenterOf(mark.Index) * chart.Ratio - width / 2, least, most);
            if (TimeTagView.Covers(chart, left, left + width)) continue;
            Rgba color = isBold ? chart.Theme.Text : chart.Theme.AxisText;
            scene.DrawText(text, left, baseline, new TextStyle(face, size, color));
        }
    }
}
