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
    private readonly int _group;

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
        _group = BarGroups.SizeFor(chart.Time.SpacingPx * chart.Ratio);
    }

    /// <summary>Whether missing values are bridged instead of breaking the line.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Whether the line goes sideways, then up or down.</summary>
    public bool IsStepped { get; init; }

    /// <summary>Whether the line goes sideways while a value lasts, and another begins with the next.</summary>
    public bool BreaksAtSteps { get; init; }

    /// <summary>Draws the line.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="values">One per bar of the chart.</param>
    /// <param name="stroke">The pen, in device pixels.</param>
    public void Draw(SceneBuilder scene, ReadOnlySpan<double> values, Stroke stroke) =>
        Draw(scene, values, RangeOf(values), stroke);

    /// <summary>Draws a part of the line.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="values">One per bar of the chart.</param>
    /// <param name="part">The first value, and the one after the last.</param>
    /// <param name="stroke">The pen, in device pixels.</param>
    public void Draw(SceneBuilder scene, ReadOnlySpan<double> values, (int From, int To) part, Stroke stroke)
    {
        using var points = new SeriesPoints(PointsOf(part));
        SeriesPoints run = points;
        int index = part.From;
        while (index < part.To)
        {
            index = NextRun(values, index, part.To, ref run);
            bool goesOn = index < values.Length && double.IsFinite(values[index]);
            if (run.Count == 1 && !goesOn) DrawDash(scene, run.Points[0], stroke);
            else scene.StrokePolyline(run.Points, stroke);
        }
    }

    /// <summary>Fills the area between the line and a device row.</summary>
    public void FillTo(SceneBuilder scene, ReadOnlySpan<double> values, double row, Fill fill) =>
        FillTo(scene, values, RangeOf(values), row, fill);

    /// <summary>Fills the area between a part of the line and a device row.</summary>
    public void FillTo(
        SceneBuilder scene, ReadOnlySpan<double> values, (int From, int To) part, double row, Fill fill)
    {
        using var points = new SeriesPoints(PointsOf(part));
        SeriesPoints run = points;
        int index = part.From;
        while (index < part.To)
        {
            index = NextRun(values, index, part.To, ref run);
            if (run.Count < 2) continue;
            double first = run.Points[0].X - 0.5;
            double last = run.Points[^1].X - 0.5;
            run.Add(last, row - 0.5);
            run.Add(first, row - 0.5);
            scene.FillPolygon(run.Points, fill);
        }
    }

    /// <summary>Which values fall on the pane, and one more on either side, so that lines run out of it.</summary>
    public (int From, int To) RangeOf(ReadOnlySpan<double> values)
    {
        int from = Math.Clamp(_chart.First - 1 - _offset, 0, values.Length);
        int to = (int)Math.Clamp((long)_chart.LastSlot + 2 - _offset, from, values.Length);
        if (!IsJoined || from == to) return (from, to);
        while (from > 0 && !double.IsFinite(values[from])) from--;
        while (to < values.Length && !double.IsFinite(values[to - 1])) to++;
        return (from, to);
    }

    /// <summary>Room for the points of a part: two a group of bars, twice that for steps, and the corners of a
    /// fill.</summary>
    private int PointsOf((int From, int To) part) =>
        4 * (Math.Max(0, part.To - part.From) / _group + 2);

    private int NextRun(ReadOnlySpan<double> values, int index, int to, ref SeriesPoints run)
    {
        run.Clear();
        while (index < to && !double.IsFinite(values[index])) index++;
        if (BreaksAtSteps && index < to) return AddLevel(values, index, to, ref run);
        while (index < to && (IsJoined || double.IsFinite(values[index])))
        {
            int end = Math.Min(to, index + _group);
            if (_group > 1) end = AddExtremes(values, index, end, ref run);
            else if (double.IsFinite(values[index])) AddPoint(values[index], index, ref run);
            index = end;
        }

        return index;
    }

    /// <summary>Adds the ends of a level, and gives the index of what comes after it.</summary>
    private int AddLevel(ReadOnlySpan<double> values, int from, int to, ref SeriesPoints run)
    {
        int end = from + 1;
        while (end < to && values[end] == values[from]) end++;
        AddPoint(values[from], from, ref run);
        // The next level begins where this one ends; the last one ends with its bar.
        bool hasNext = end < to && double.IsFinite(values[end]);
        if (hasNext || end - from > 1) AddPoint(values[from], hasNext ? end : end - 1, ref run);
        return end;
    }

    private void AddPoint(double value, int index, ref SeriesPoints run)
    {
        double y = _pane.Area.Top + _scale.RowOf(value) * _chart.Ratio;
        if (IsStepped && run.Count > 0) run.Add(X(index), run.Points[^1].Y - 0.5);
        run.Add(X(index), y);
    }

    /// <summary>Adds the lowest and the highest value of a group in the order they came; stops at a missing value
    /// that breaks the line.</summary>
    private int AddExtremes(ReadOnlySpan<double> values, int from, int to, ref SeriesPoints run)
    {
        int lowest = -1;
        int highest = -1;
        int index = from;
        for (; index < to && (IsJoined || double.IsFinite(values[index])); index++)
        {
            if (!double.IsFinite(values[index])) continue;
            if (lowest < 0 || values[index] < values[lowest]) lowest = index;
            if (highest < 0 || values[index] > values[highest]) highest = index;
        }

        if (lowest < 0) return index;
        AddPoint(values[Math.Min(lowest, highest)], Math.Min(lowest, highest), ref run);
        if (lowest != highest) AddPoint(values[Math.Max(lowest, highest)], Math.Max(lowest, highest), ref run);
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
