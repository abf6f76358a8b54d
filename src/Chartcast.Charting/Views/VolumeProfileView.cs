using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Views;

/// <summary>Draws what was traded at which price as bars from an edge of the pane, and a line at the price of
/// most volume.</summary>
internal static class VolumeProfileView
{
    private const string ModeKey = "volume", Total = "Total", Delta = "Delta";

    /// <summary>Rows at least this high are set apart by a hairline.</summary>
    private const int LeastHeightWithGap = 4;

    /// <summary>Draws the rows; where several share a device row, the longest of them.</summary>
    public static void DrawRows(SceneBuilder scene, Chart chart, Pane pane, Study study)
    {
        if (study.Profile is not { Volumes: { PointOfControl: >= 0 } profile }) return;
        var rows = new ProfileRows(scene, pane.Area, study, ModeOf(study));
        int gap = chart.HairlinePx;
        int shown = -1, top = 0, bottom = 0;
        for (int i = 0; i < profile.Up.Length; i++)
        {
            (int rowTop, int rowBottom) = RowsOf(chart, pane, study, i);
            // Rows without height of their own are shown by the row beneath them, if they are longer.
            if (shown >= 0 && rowTop < rowBottom && top < bottom)
            {
                rows.Draw(shown, top, bottom, gap);
                shown = -1;
            }

            if (shown < 0 || rows.LengthOf(i) > rows.LengthOf(shown)) shown = i;
            if (rowTop < rowBottom || top >= bottom) (top, bottom) = (rowTop, rowBottom);
        }

        rows.Draw(shown, top, Math.Max(bottom, top + gap), gap);
    }

    /// <summary>Draws the line at the row of most volume.</summary>
    public static void DrawPointOfControl(SceneBuilder scene, Chart chart, Pane pane, Study study)
    {
        if (study.Profile is not { Volumes: { PointOfControl: >= 0 } profile }) return;
        LevelStyle line = study.Profile.Style.Control;
        if (!line.IsVisible) return;
        int row = chart.RowOf(pane, study.Scale, profile.Lowest + (profile.PointOfControl + 0.5) * profile.RowHeight);
        int thickness = Math.Max(1, DevicePixels.Round(line.WidthPx * chart.Ratio));
        CrispLines.Horizontal(
            scene, pane.Area.Left, pane.Area.Right, row, new CrispPen(line.Color, thickness, line.Dash));
    }

    private static (int Top, int Bottom) RowsOf(Chart chart, Pane pane, Study study, int row)
    {
        double low = study.Profile!.Volumes.Lowest + row * study.Profile.Volumes.RowHeight;
        return chart.RowsOf(pane, study.Scale, low, low + study.Profile.Volumes.RowHeight);
    }

    private static string ModeOf(Study study)
    {
        for (int i = 0; i < study.Listing.Parameters.Count; i++)
        {
            IndicatorParameter parameter = study.Listing.Parameters[i];
            if (parameter.Key == ModeKey) return parameter.Choices[(int)study.Spec.Inputs[i].Value];
        }

        return Total;
    }

    private sealed class ProfileRows
    {
        private readonly SceneBuilder _scene;
        private readonly PixelRect _area;
        private readonly VolumeProfile _profile;
        private readonly ProfileStyle _style;
        private readonly string _mode;
        private readonly double _longest;

        public ProfileRows(SceneBuilder scene, PixelRect area, Study study, string mode)
        {
            _scene = scene;
            _area = area;
            _profile = study.Profile!.Volumes;
            _style = study.Profile.Style;
            _mode = mode;
            for (int i = 0; i < _profile.Up.Length; i++) _longest = Math.Max(_longest, LengthOf(i));
        }

        /// <summary>The volume that a row's length stands for.</summary>
        public double LengthOf(int row) => _mode == Delta
            ? Math.Abs(_profile.Up[row] - _profile.Down[row])
            : _profile.Up[row] + _profile.Down[row];

        public void Draw(int row, int top, int bottom, int gap)
        {
            if (!(_longest > 0)) return;
            if (bottom - top >= LeastHeightWithGap * gap) top += gap;
            bool isInside = row >= _profile.ValueAreaLow && row <= _profile.ValueAreaHigh;
            ProfileRowStyle style = isInside ? _style.ValueArea : _style.Outside;
            int whole = WidthOf(LengthOf(row), style);
            int first = _mode switch
            {
                Total => whole,
                Delta => _profile.Up[row] >= _profile.Down[row] ? whole : 0,
                _ => WidthOf(_profile.Up[row], style),
            };
            Fill(style, (0, first), (top, bottom), style.Up);
            Fill(style, (first, whole), (top, bottom), style.Down);
        }

        private int WidthOf(double volume, ProfileRowStyle style) => (int)Math.Min(
            _area.Width, Math.Round(volume / _longest * style.WidthShare * _area.Width));

        private void Fill(ProfileRowStyle style, (int From, int To) along, (int Top, int Bottom) rows, Rgba color)
        {
            if (along.From >= along.To) return;
            PixelRect rect = style.GrowsLeft
                ? PixelRect.FromEdges(_area.Right - along.To, rows.Top, _area.Right - along.From, rows.Bottom)
                : PixelRect.FromEdges(_area.Left + along.From, rows.Top, _area.Left + along.To, rows.Bottom);
            _scene.FillRect(rect, color);
        }
    }
}
