using Chartcast.Charting.Models;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws a study's levels, then its plots in the catalogue's order; its fills lie beneath the main
/// series.</summary>
internal static class StudyView
{
    public static void Draw(SceneBuilder scene, Chart chart, Pane pane, Study study)
    {
        LevelView.Draw(scene, chart, pane, study);
        VolumeProfileView.DrawPointOfControl(scene, chart, pane, study);
        for (int plot = 0; plot < study.PlotStyles.Length; plot++)
        {
            PlotStyle style = study.PlotStyles[plot];
            if (!style.IsVisible) continue;
            switch (style.Shape)
            {
                case PlotShape.Columns or PlotShape.Histogram:
                    StudyColumnsView.Draw(scene, chart, pane, study, plot);
                    break;
                case PlotShape.Line or PlotShape.StepLine or PlotShape.Levels or PlotShape.Area:
                    StudyLineView.Draw(scene, chart, pane, study, plot);
                    break;
                default:
                    StudyMarksView.Draw(scene, chart, pane, study, plot);
                    break;
            }
        }
    }
}
