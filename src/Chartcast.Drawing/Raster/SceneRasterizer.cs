using System.Buffers.Binary;
using System.Text;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;
using Chartcast.Drawing.Strokes;

namespace Chartcast.Drawing.Raster;

/// <summary>Paints the items of a scene, in order, on a surface that holds some of its rows.</summary>
/// <typeparam name="TSurface">A struct, so that painting is compiled for it.</typeparam>
internal sealed class SceneRasterizer<TSurface>
    where TSurface : struct, ISurface
{
    private readonly RasterContext _context;
    private readonly Stack<PixelRect> _clips = new(8);
    private readonly Dasher.DashReceiver _addStroke;
    private Scene _scene = null!;
    private TSurface _surface;
    private PixelRect _clip;
    private double _strokeWidthPx;

    /// <summary>Takes the buffers it paints with; it paints any number of scenes, one after another.</summary>
    public SceneRasterizer(RasterContext context)
    {
        _context = context;
        _addStroke = AddStroke;
    }

    /// <summary>Paints the items as far as they show in a band of rows.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="surface">Where to; already filled with the background.</param>
    /// <param name="band">The rows that the surface holds.</param>
    public void Paint(Scene scene, TSurface surface, PixelRect band)
    {
        _scene = scene;
        _surface = surface;
        _clip = band;
        _clips.Clear();
        foreach (SceneItem item in _scene.Items) Paint(item, band);
        // What is kept for the next picture holds on to neither scene nor pixels.
        (_scene, _surface) = (null!, default);
    }

    private void Paint(SceneItem item, PixelRect band)
    {
        switch (item.Kind)
        {
            case SceneItemKind.BeginGroup:
                _clips.Push(_clip);
                _clip = _scene.Groups[item.First].Clip.Intersect(band);
                break;
            case SceneItemKind.EndGroup:
                _clip = _clips.Pop();
                break;
            case SceneItemKind.Rects:
                // Boxes were cut to their clip when the scene was built; only the band is left to cut to.
                _surface.FillBoxes(
                    _scene.Boxes.AsSpan(item.First, item.Count), SceneBuilder.Unpack(item.Style), band);
                break;
            case SceneItemKind.Text:
                if (!_clip.IsEmpty)
                    PaintText(_scene.Characters.AsSpan(item.First, item.Count), _scene.Placements[item.Style]);
                break;
            default:
                if (!_clip.IsEmpty) PaintShape(item);
                break;
        }
    }

    private void PaintShape(SceneItem item)
    {
        _context.Edges.Begin(_clip);
        switch (item.Kind)
        {
            case SceneItemKind.Polygon:
                _surface.SetPaint(_scene.Fills[item.Style]);
                _context.Edges.AddPolygon(_scene.Points.AsSpan(item.First, item.Count));
                break;
            case SceneItemKind.Path:
                _surface.SetPaint(_scene.Fills[item.Style]);
                CurveFlattener.Add(_context.Edges, _scene.Paths[item.First]);
                break;
            default:
                Stroke stroke = _scene.Strokes[item.Style];
                _surface.SetPaint(Fill.Solid(stroke.Color));
                AddPolyline(_scene.Points.AsSpan(item.First, item.Count), stroke);
                break;
        }

        _context.Edges.Sweep(ref _surface);
    }

    private void AddPolyline(ReadOnlySpan<ScenePoint> points, Stroke stroke)
    {
        _strokeWidthPx = stroke.WidthPx;
        if (stroke.Dash == DashPattern.Solid) AddStroke(points);
        else _context.Dasher.Cut(points, stroke, _clip, _addStroke);
    }

    private void AddStroke(ReadOnlySpan<ScenePoint> points) =>
        _context.Edges.AddPolygon(_context.Outliner.Outline(points, _strokeWidthPx));

    private void PaintText(ReadOnlySpan<char> text, TextPlacement placement)
    {
        Typeface typeface = BuiltInFonts.Get(placement.Face);
        double scale = (double)placement.SizePx / typeface.UnitsPerEm;
        _surface.SetPaint(Fill.Solid(placement.Color));
        bool isLarge = placement.SizePx > GlyphMaskCache.MaxSizePx;
        if (isLarge) _context.Edges.Begin(_clip);
        long advance = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            int glyph = typeface.Glyph(rune.Value);
            double x = placement.X + (advance * scale);
            if (isLarge) AddGlyph(typeface.Outline(glyph), x, placement.BaselineY, (float)scale);
            else PaintMask(placement, glyph, x);
            advance += typeface.Advance(glyph);
        }

        if (isLarge) _context.Edges.Sweep(ref _surface);
    }

    private void AddGlyph(GlyphOutline outline, double x, int baselineY, float scale)
    {
        var flattener = new CurveFlattener(_context.Edges, (scale, -scale), ((float)x, baselineY));
        outline.Walk(ref flattener);
    }

    private void PaintMask(TextPlacement placement, int glyph, double x)
    {
        int quarters = (int)Math.Floor((x * GlyphMaskPainter.Phases) + 0.5);
        int whole = quarters >> 2, phase = quarters & (GlyphMaskPainter.Phases - 1);
        GlyphMask mask = GlyphMaskCache.Get(placement.Face, glyph, placement.SizePx, phase);
        int left = whole + mask.Left, top = placement.BaselineY + mask.Top;
        int firstRow = Math.Max(top, _clip.Top), lastRow = Math.Min(top + mask.Height, _clip.Bottom);
        if (left >= _clip.Right || left + mask.Width <= _clip.Left) return;
        for (int y = firstRow; y < lastRow; y++)
        {
            _surface.BeginRow(y);
            ReadOnlySpan<byte> row = mask.Coverage.AsSpan((y - top) * mask.Width, mask.Width);
            for (int i = 0; i < row.Length; i += 8)
            {
                ulong coverage = Cut(BinaryPrimitives.ReadUInt64LittleEndian(row[i..]), left + i);
                if (coverage != 0) _surface.Cover(left + i, coverage);
            }
        }
    }

    /// <summary>Removes what of eight coverages lies outside the clip.</summary>
    private ulong Cut(ulong coverage, int x)
    {
        if (x < _clip.Left) coverage &= _clip.Left - x >= 8 ? 0 : ulong.MaxValue << ((_clip.Left - x) * 8);
        if (x + 8 > _clip.Right) coverage &= x >= _clip.Right ? 0 : ulong.MaxValue >> ((x + 8 - _clip.Right) * 8);
        return coverage;
    }
}
