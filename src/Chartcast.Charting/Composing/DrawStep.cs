using System.Buffers;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Charting.Views;
using Chartcast.Charting.Views.Drawings;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Composing;

/// <summary>Draws everything in order: grid, fills, volume, main series, studies, last price, marks, legend; axes
/// last.</summary>
/// <remarks>Fills lie beneath the main series, so that candles and lines keep their pure colours.</remarks>
internal static class DrawStep
{
    public static void Run(SceneBuilder scene, Chart chart)
    {
        foreach (Pane pane in chart.Panes)
        {
            scene.BeginGroup(pane.IsPrice ? "pane price" : "pane study", pane.Area);
            if (chart.Spec.ShowGrid) DrawGroup(scene, chart, pane, "grid", GridView.Draw);
            if (chart.Clock.IsIntraday && chart.Spec.Display.ShowSessionBreaks)
                DrawGroup(scene, chart, pane, "sessions", SessionBreakView.Draw);
            if (pane.IsPrice) DrawingsView.Draw(scene, chart, DrawingOrder.Bottom);
            DrawGroup(scene, chart, pane, "bands", DrawBands);
            if (pane == chart.Panes[0]) WatermarkView.Draw(scene, chart);
            if (chart.Spec.IsSample && pane == chart.Panes[0]) SampleMarkView.DrawBehind(scene, chart);
            if (pane.IsPrice) DrawPrice(scene, chart);
            DrawGroup(scene, chart, pane, "studies", DrawStudies);
            if (pane.IsPrice) DrawingsView.Draw(scene, chart, DrawingOrder.Top);
            if (pane.IsPrice && chart.Spec.Display.ShowPriceLine) LastPriceView.Draw(scene, chart);
            if (chart.Spec.IsSample && pane == chart.Panes[0]) SampleMarkView.DrawInFront(scene, chart);
            if (chart.Spec.Display.ShowLegend) DrawGroup(scene, chart, pane, "legend", LegendView.Draw);
            scene.EndGroup();
        }

        scene.BeginGroup("axes");
        SeparatorView.Draw(scene, chart);
        foreach (Pane pane in chart.Panes) PriceAxisView.Draw(scene, chart, pane);
        TimeAxisView.Draw(scene, chart);
        TimeTagView.Draw(scene, chart);
        scene.EndGroup();
        if (chart.MergedBars is not { } merged) return;
        chart.MergedBars = null;
        ArrayPool<BarGroup>.Shared.Return(merged);
    }

    private static void DrawPrice(SceneBuilder scene, Chart chart)
    {
        if (chart.HasVolumeOverlay)
        {
            scene.BeginGroup("volume");
            VolumeView.Draw(scene, chart);
            scene.EndGroup();
        }

        scene.BeginGroup("series");
        SeriesView.Draw(scene, chart);
        scene.EndGroup();
        if (chart.Compared.Length == 0) return;
        scene.BeginGroup("compared");
        CompareView.Draw(scene, chart);
        scene.EndGroup();
    }

    private static void DrawBands(SceneBuilder scene, Chart chart, Pane pane)
    {
        foreach (Study study in pane.Studies)
        {
            BandView.Draw(scene, chart, pane, study);
            VolumeProfileView.DrawRows(scene, chart, pane, study);
        }
    }

    private static void DrawStudies(SceneBuilder scene, Chart chart, Pane pane)
    {
        foreach (Study study in pane.Studies) StudyView.Draw(scene, chart, pane, study);
    }

    private static void DrawGroup(
        SceneBuilder scene, Chart chart, Pane pane, string name, Action<SceneBuilder, Chart, Pane> draw)
    {
        scene.BeginGroup(name);
        draw(scene, chart, pane);
        scene.EndGroup();
    }
}
