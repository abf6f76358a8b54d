using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Views;

/// <summary>Draws lines through highs, lows and closes, with fills from the closes to either side.</summary>
internal static class HlcAreaView
{
    private const double FillOpacity = 0.2;

    public static void Draw(SceneBuilder scene, Chart chart)
    {
        SeriesStyle style = chart.SeriesStyle;
        BarSeries bars = chart.Bars;
        Rgba up = chart.Theme.Up;
        Rgba down = chart.Theme.Down;
        Rgba above = style.Color("highCloseFillColor", up.WithOpacity(FillOpacity));
        Rgba below = style.Color("closeLowFillColor", down.WithOpacity(FillOpacity));
        FillBetween(scene, chart, bars.Highs, bars.Closes, above);
        FillBetween(scene, chart, bars.Closes, bars.Lows, below);
        double width = style.Number("linewidth", 1) * chart.Ratio;
        var trace = new LineTrace(chart, chart.PricePane, chart.PricePane.Scale);
        trace.Draw(scene, bars.Highs, new Stroke(style.Color("highLineColor", up), width));
        trace.Draw(scene, bars.Lows, new Stroke(style.Color("lowLineColor", down), width));
        trace.Draw(scene, bars.Closes, new Stroke(
            style.Color("closeLineColor", chart.Theme.BaseLevel),
            style.Number("closeLineWidth", SeriesStyle.UsualLinePx) * chart.Ratio));
    }

    private static void FillBetween(
        SceneBuilder scene, Chart chart, ReadOnlySpan<double> upper, ReadOnlySpan<double> lower, Rgba color)
    {
        Pane pane = chart.PricePane;
        int step = BarGroups.SizeFor(chart.Time.SpacingPx * chart.Ratio);
        var band = new BandStyle("", "", color, color, true);
        var fill = new BandFill(scene, band, (chart.Last - chart.First) / step + 3);
        for (int i = Math.Max(0, chart.First - 1); i <= chart.Last; i += step)
        {
            if (!double.IsFinite(upper[i]) || !double.IsFinite(lower[i])) fill.Break();
            else fill.Add(chart.Time.CenterOf(i) * chart.Ratio, Row(upper[i]), Row(lower[i]), 1);
        }

        fill.Break();
        fill.Dispose();

        double Row(double value) => DevicePixels.Clamp(pane.Area.Top + pane.Scale.RowOf(value) * chart.Ratio);
    }
}
