using Chartcast.Charting.Layouts;
using Chartcast.Charting.Models;
using Chartcast.Charting.Views;
using Chartcast.Drawing.Geometry;

namespace Chartcast.Charting.Composing;

/// <summary>Gives the axes their room, then fits the bars into what is left.</summary>
internal static class LayoutStep
{
    public static void Run(Chart chart)
    {
        int ratio = chart.Ratio;
        int font = chart.AxisFontPx;
        chart.Layout = ChartLayout.Split(
            chart.Spec.WidthPx, chart.Spec.HeightPx, AxisMeasure.WidthPx(chart.Panes, font), font);
        foreach (Pane pane in chart.Panes)
        {
            pane.Area = new PixelRect(
                0, pane.TopPx * ratio, chart.Layout.PlotWidthPx * ratio, pane.HeightPx * ratio);
            TagStack.Place(pane.Tags, pane.HeightPx, PriceAxisView.TagHeightPx(font, ratio));
        }

        int count = chart.Last - chart.First + 1;
        chart.Time = TimeScale.Fit(chart.First, count, chart.Layout.PlotWidthPx, ratio, chart.FreeSlots);
        chart.FutureTimes = FutureTimes.Of(chart);
        chart.TimeMarks = TimeTicks.Find(
            chart.Bars, chart.Time, chart.Clock, TimeTicks.LabelWidthPx(font), chart.FutureTimes);
    }
}
