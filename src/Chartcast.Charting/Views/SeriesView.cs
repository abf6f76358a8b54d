using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws the main series as its style has it.</summary>
internal static class SeriesView
{
    public static void Draw(SceneBuilder scene, Chart chart) => ViewOf(chart.Spec.Style)(scene, chart);

    private static Action<SceneBuilder, Chart> ViewOf(ChartStyle style) => style switch
    {
        ChartStyle.Bar => BarView.Draw,
        ChartStyle.Line or ChartStyle.StepLine => LineView.Draw,
        ChartStyle.Area => AreaView.Draw,
        ChartStyle.Baseline => BaselineView.Draw,
        ChartStyle.HiLo => HiLoView.Draw,
        ChartStyle.Column => ColumnView.Draw,
        ChartStyle.HlcArea => HlcAreaView.Draw,
        ChartStyle.Kagi => KagiView.Draw,
        ChartStyle.PointAndFigure => PointFigureView.Draw,
        _ => CandleView.Draw,
    };
}
