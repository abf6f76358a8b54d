using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Collects the two edges of a band from left to right and fills between them.</summary>
/// <remarks>Give it back when done. Edges are straight between their points, so where they cross is computed, not
/// rounded to a bar.</remarks>
internal struct BandFill : IDisposable
{
    private readonly SceneBuilder _scene;
    private readonly BandStyle _band;
    private readonly bool _hasTwoColors;
    private SeriesPoints _upper;
    private SeriesPoints _lower;
    private (double X, double Upper, double Lower) _last;
    private int _order;

    /// <summary>Starts without a point.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="band">Its colours.</param>
    /// <param name="capacity">The most points that will be added between two breaks.</param>
    public BandFill(SceneBuilder scene, BandStyle band, int capacity)
    {
        _scene = scene;
        _band = band;
        _hasTwoColors = band.Color != band.InvertedColor;
        _upper = new SeriesPoints(2 * capacity + 4);
        _lower = new SeriesPoints(capacity + 2);
    }

    /// <summary>Adds a column of the band.</summary>
    /// <param name="x">Device column.</param>
    /// <param name="upper">Device row of the upper edge.</param>
    /// <param name="lower">Device row of the lower edge.</param>
    /// <param name="order">Greater than 0 where the upper edge has the greater value, less where the lower one
    /// has.</param>
    public void Add(double x, double upper, double lower, int order)
    {
        if (order != 0 && _order != 0 && order != _order && _hasTwoColors) Cross(x, upper, lower);
        if (order != 0) _order = order;
        _upper.Add(x, upper);
        _lower.Add(x, lower);
        _last = (x, upper, lower);
    }

    /// <summary>Fills what was added since the last break.</summary>
    public void Break()
    {
        if (_upper.Count >= 2)
        {
            for (int i = _lower.Count - 1; i >= 0; i--) _upper.Add(_lower.Points[i].X - 0.5, _lower.Points[i].Y - 0.5);
            _scene.FillPolygon(_upper.Points, Fill.Solid(_order < 0 ? _band.InvertedColor : _band.Color));
        }

        _upper.Clear();
        _lower.Clear();
        _order = 0;
    }

    public void Dispose()
    {
        _upper.Dispose();
        _lower.Dispose();
    }

    private void Cross(double x, double upper, double lower)
    {
        double before = Math.Abs(_last.Lower - _last.Upper);
        double after = Math.Abs(lower - upper);
        double part = before == 0 ? 0 : before / (before + after);
        double crossX = _last.X + part * (x - _last.X);
        double crossY = _last.Upper + part * (upper - _last.Upper);
        _upper.Add(crossX, crossY);
        _lower.Add(crossX, crossY);
        Break();
        _upper.Add(crossX, crossY);
        _lower.Add(crossX, crossY);
    }
}
