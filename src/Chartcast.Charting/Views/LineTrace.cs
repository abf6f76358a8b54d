using Chartcast.Charting.Models;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Draws one series of values as a line, broken where there is no value.</summary>
internal readonly struct LineTrace
{
    private readonly Chart _chart;
    private readonly Pane _pane;
    private readonly PriceScale _scale;
    private readonly int _offset;

    /// <summary>Prepares a trace.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="pane">The pane it is drawn in.</param>
    /// <param name="scale">The scale of its values.</param>
    /// <param name="offset">How many bars to the right it is drawn.</param>
    public LineTrace(Chart chart, Pane pane, PriceScale scale, int offset = 0)
    {
        _chart = chart;
        _pane = pane;
        _scale = scale;
        _offset = offset;
    }

    /// <summary>Whether missing values are bridged instead of breaking the line.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Draws the line.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="values">One per bar of the chart.</param>
    /// <param name="stroke">The pen, in device pixels.</param>
    /// <param name="isStepped">Whether it goes sideways, then up or down.</param>
    public void Draw(SceneBuilder scene, ReadOnlySpan<double> values, Stroke stroke, bool isStepped = false)
    {
        (int from, int to) = SourceRange(values.Length);
        using var points = new SeriesPoints(2 * Math.Max(0, to - from) + 4);
        SeriesPoints run = points;
        int index = from;
        while (index < to)
        {
            index = NextRun(values, index, to, isStepped, ref run);
            if (run.Count == 1) DrawDash(scene, run.Points[0], stroke);
            else scene.StrokePolyline(run.Points, stroke);
        }
    }

    /// <summary>Fills the area between the line and a device row.</summary>
    public void FillTo(SceneBuilder scene, ReadOnlySpan<double> values, double row, Fill fill)
    {
        (int from, int to) = SourceRange(values.Length);
        using var points = new SeriesPoints(2 * Math.Max(0, to - from) + 6);
        SeriesPoints run = points;
        int index = from;
        while (index < to)
        {
            index = NextRun(values, index, to, isStepped: false, ref run);
            if (run.Count < 2) continue;
            double first = run.Points[0].X - 0.5;
            double last = run.Points[^1].X - 0.5;
            run.Add(last, row - 0.5);
            run.Add(first, row - 0.5);
            scene.FillPolygon(run.Points, fill);
        }
    }

    /// <summary>Which values fall on the pane; one more on either side, so that lines run out of it.</summary>
    private (int From, int To) SourceRange(int length)
    {
        int from = Math.Clamp(_chart.First - _offset, 0, length);
        int room = (int)Math.Clamp(_chart.Layout.PlotWidthPx / _chart.Time.SpacingPx, 0, int.MaxValue / 2);
        int to = (int)Math.Clamp((long)_chart.First + room + 2 - _offset, from, length);
        return (from, to);
    }

    private int NextRun(ReadOnlySpan<double> values, int index, int to, bool isStepped, ref SeriesPoints run)
    {
        run.Clear();
        int group = BarGroups.SizeFor(_chart.Time.SpacingPx * _chart.Ratio);
        while (index < to && !double.IsFinite(values[index])) index++;
        while (index < to)
        {
            if (!double.IsFinite(values[index]))
            {
                if (!IsJoined) break;
                index++;
                continue;
            }

            int end = Math.Min(to, index + group);
            if (group == 1) AddPoint(values[index], index, isStepped, ref run);
            else end = AddExtremes(values, index, end, ref run);
            index = end;
        }

        return index;
    }

    private void AddPoint(double value, int index, bool isStepped, ref SeriesPoints run)
    {
        double y = _pane.Area.Top + _scale.RowOf(value) * _chart.Ratio;
        if (isStepped && run.Count > 0) run.Add(X(index), run.Points[^1].Y - 0.5);
        run.Add(X(index), y);
    }

    /// <summary>Adds the lowest and the highest value of a group in the order they came; stops at a missing
    /// value.</summary>
    private int AddExtremes(ReadOnlySpan<double> values, int from, int to, ref SeriesPoints run)
    {
        int lowest = from;
        int highest = from;
        int index = from;
        for (; index < to && double.IsFinite(values[index]); index++)
        {
            if (values[index] < values[lowest]) lowest = index;
            if (values[index] > values[highest]) highest = index;
        }

        AddPoint(values[Math.Min(lowest, highest)], Math.Min(lowest, highest), false, ref run);
        if (lowest != highest)
            AddPoint(values[Math.Max(lowest, highest)], Math.Max(lowest, highest), false, ref run);
        return index;
    }

    /// <summary>A value alone is drawn as a dash one bar wide.</summary>
    private void DrawDash(SceneBuilder scene, PixelPoint point, Stroke stroke)
    {
        double half = Math.Max(_chart.Ratio, _chart.Time.SpacingPx * _chart.Ratio / 2);
        ReadOnlySpan<PixelPoint> dash = [new(point.X - half, point.Y), new(point.X + half, point.Y)];
        scene.StrokePolyline(dash, stroke);
    }

    private double X(int index) => _chart.Time.CenterOf(index + _offset) * _chart.Ratio;
}
