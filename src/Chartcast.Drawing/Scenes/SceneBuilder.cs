using System.Runtime.InteropServices;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Scenes;

/// <summary>
/// Collects what a picture shows, in painting order; coordinates are device pixels, y grows downwards.
/// </summary>
/// <remarks>
/// Not thread-safe. <see cref="Reset"/> keeps the buffers, so a builder that is used again allocates only its scenes.
/// </remarks>
public sealed class SceneBuilder
{
    /// <summary>The longest side of a picture in device pixels.</summary>
    public const int MaxSidePx = 16_384;

    private const double MaxStrokeWidthPx = 1_000;
    private const double MaxTextSizePx = 1_000;

    private readonly List<SceneItem> _items = [];
    private readonly List<SceneGroup> _groups = [];
    private readonly List<SceneBox> _boxes = [];
    private readonly List<ScenePoint> _points = [];
    private readonly List<VectorPath> _paths = [];
    private readonly List<Fill> _fills = [];
    private readonly List<Stroke> _strokes = [];
    private readonly List<char> _characters = [];
    private readonly List<TextPlacement> _placements = [];
    private readonly Stack<PixelRect> _clips = [];
    private Rgba _background;
    private PixelRect _frame;
    private bool _canExtendRects;

    /// <summary>Starts a picture.</summary>
    /// <param name="widthPx">Width in device pixels, 1–16,384.</param>
    /// <param name="heightPx">Height in device pixels, 1–16,384.</param>
    /// <param name="background">The colour beneath everything, opaque.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside its range.</exception>
    /// <exception cref="ArgumentException">The background is not opaque.</exception>
    public SceneBuilder(int widthPx, int heightPx, Rgba background) => Reset(widthPx, heightPx, background);

    /// <summary>Forgets everything and starts another picture.</summary>
    /// <param name="widthPx">Width in device pixels, 1–16,384.</param>
    /// <param name="heightPx">Height in device pixels, 1–16,384.</param>
    /// <param name="background">The colour beneath everything, opaque.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside its range.</exception>
    /// <exception cref="ArgumentException">The background is not opaque.</exception>
    public void Reset(int widthPx, int heightPx, Rgba background)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPx, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(widthPx, MaxSidePx);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPx, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heightPx, MaxSidePx);
        if (!background.IsOpaque) throw new ArgumentException("The background must be opaque.", nameof(background));
        _frame = new PixelRect(0, 0, widthPx, heightPx);
        _background = background;
        _canExtendRects = false;
        _items.Clear();
        _groups.Clear();
        _boxes.Clear();
        _points.Clear();
        _paths.Clear();
        _fills.Clear();
        _strokes.Clear();
        _characters.Clear();
        _placements.Clear();
        _clips.Clear();
    }

    /// <summary>Starts a named group; the name becomes a class in SVG.</summary>
    /// <param name="name">What the items are, such as <c>grid</c>.</param>
    public void BeginGroup(string name) =>
        Begin(name, _clips.TryPeek(out PixelRect clip) ? clip : _frame, hasClip: false);

    /// <summary>Starts a named group whose items show only inside a rectangle and inside the clips around it.</summary>
    /// <param name="name">What the items are, such as <c>price-pane</c>.</param>
    /// <param name="clip">Where they show.</param>
    public void BeginGroup(string name, PixelRect clip) =>
        Begin(name, clip.Intersect(_clips.TryPeek(out PixelRect outer) ? outer : _frame), hasClip: true);

    /// <summary>Ends the innermost group.</summary>
    /// <exception cref="InvalidOperationException">No group is open.</exception>
    public void EndGroup()
    {
        if (!_clips.TryPop(out _)) throw new InvalidOperationException("No group is open.");
        Add(SceneItemKind.EndGroup, 0, 0, 0);
    }

    /// <summary>Fills whole pixels, without antialiasing.</summary>
    /// <param name="rect">The pixels; the part outside the picture or the clip is left out.</param>
    /// <param name="color">The colour.</param>
    public void FillRect(PixelRect rect, Rgba color)
    {
        if (!_clips.TryPeek(out PixelRect clip)) clip = _frame;
        int left = Math.Max(rect.Left, clip.Left), right = Math.Min(rect.Right, clip.Right);
        int top = Math.Max(rect.Top, clip.Top), bottom = Math.Min(rect.Bottom, clip.Bottom);
        if (left >= right || top >= bottom || color.A == 0) return;
        _boxes.Add(new SceneBox((ushort)left, (ushort)top, (ushort)right, (ushort)bottom));
        int style = Pack(color);
        if (_canExtendRects && _items[^1].Style == style)
        {
            ref SceneItem last = ref CollectionsMarshal.AsSpan(_items)[^1];
            last = last with { Count = last.Count + 1 };
            return;
        }

        Add(SceneItemKind.Rects, _boxes.Count - 1, 1, style);
        _canExtendRects = true;
    }

    /// <summary>Fills a polygon, antialiased, by the non-zero rule.</summary>
    /// <param name="points">Its corners; fewer than three draw nothing.</param>
    /// <param name="fill">The paint.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    public void FillPolygon(ReadOnlySpan<PixelPoint> points, Fill fill)
    {
        if (points.Length < 3) return;
        int first = AddPoints(points);
        _fills.Add(fill);
        Add(SceneItemKind.Polygon, first, points.Length, _fills.Count - 1);
    }

    /// <summary>Fills a path, antialiased, by the non-zero rule.</summary>
    /// <param name="path">The outline.</param>
    /// <param name="fill">The paint.</param>
    public void FillPath(VectorPath path, Fill fill)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.IsEmpty) return;
        _paths.Add(path);
        _fills.Add(fill);
        Add(SceneItemKind.Path, _paths.Count - 1, 1, _fills.Count - 1);
    }

    /// <summary>Draws a line through points, antialiased, with butt caps and round joins.</summary>
    /// <param name="points">At least two; fewer draw nothing.</param>
    /// <param name="stroke">The pen.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The width is not above 0 and at most 1,000.</exception>
    public void StrokePolyline(ReadOnlySpan<PixelPoint> points, Stroke stroke)
    {
        if (!(stroke.WidthPx is > 0 and <= MaxStrokeWidthPx))
            throw new ArgumentOutOfRangeException(nameof(stroke), stroke.WidthPx,
                "A line is above 0 and at most 1,000 px wide.");
        if (points.Length < 2 || stroke.Color.A == 0) return;
        int first = AddPoints(points);
        _strokes.Add(stroke);
        Add(SceneItemKind.Polyline, first, points.Length, _strokes.Count - 1);
    }

    /// <summary>Draws one line of text; a character the fonts lack shows as a box.</summary>
    /// <param name="text">The characters; line breaks are not understood.</param>
    /// <param name="x">Where the anchor stands, device pixels from the left.</param>
    /// <param name="baselineY">The baseline, rounded to whole device pixels so that letters are sharp.</param>
    /// <param name="style">Face, size, colour and anchor.</param>
    /// <exception cref="ArgumentException">A coordinate is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not above 0 and at most 1,000.</exception>
    public void DrawText(ReadOnlySpan<char> text, double x, double baselineY, TextStyle style)
    {
        if (!(style.SizePx is > 0 and <= MaxTextSizePx))
            throw new ArgumentOutOfRangeException(nameof(style), style.SizePx,
                "Text is above 0 and at most 1,000 px high.");
        double left = Coordinate.Checked(x);
        int baseline = (int)Math.Floor(Coordinate.Checked(baselineY) + 0.5);
        if (text.IsEmpty || style.Color.A == 0) return;
        if (style.Anchor != TextAnchor.Start)
        {
            double width = TextMeasure.WidthPx(text, style.Face, style.SizePx);
            left -= style.Anchor == TextAnchor.Middle ? width / 2 : width;
        }

        int first = _characters.Count;
        _characters.AddRange(text);
        _placements.Add(new TextPlacement((float)left, baseline, (float)style.SizePx, style.Face, style.Color));
        Add(SceneItemKind.Text, first, text.Length, _placements.Count - 1);
    }

    /// <summary>The finished scene, independent of this builder.</summary>
    /// <exception cref="InvalidOperationException">A group is still open.</exception>
    public Scene Build()
    {
        if (_clips.Count > 0) throw new InvalidOperationException($"{_clips.Count} group(s) were not ended.");
        return new Scene(_frame.Width, _frame.Height, _background)
        {
            Items = Rented(_items),
            Groups = Rented(_groups),
            Boxes = Rented(_boxes),
            Points = Rented(_points),
            Paths = Rented(_paths),
            Fills = Rented(_fills),
            Strokes = Rented(_strokes),
            Characters = Rented(_characters),
            Placements = Rented(_placements),
        };
    }

    private static SceneArray<T> Rented<T>(List<T> items) => SceneArray<T>.Rent(CollectionsMarshal.AsSpan(items));

    internal static int Pack(Rgba color) => color.R | (color.G << 8) | (color.B << 16) | (color.A << 24);

    internal static Rgba Unpack(int style) =>
        new((byte)style, (byte)(style >> 8), (byte)(style >> 16), (byte)(style >>> 24));

    private void Begin(string name, PixelRect clip, bool hasClip)
    {
        ArgumentNullException.ThrowIfNull(name);
        _clips.Push(clip);
        _groups.Add(new SceneGroup(name, clip, hasClip));
        Add(SceneItemKind.BeginGroup, _groups.Count - 1, 0, 0);
    }

    private int AddPoints(ReadOnlySpan<PixelPoint> points)
    {
        int first = _points.Count;
        foreach (PixelPoint point in points)
        {
            PixelPoint kept = Coordinate.Checked(point);
            _points.Add(new ScenePoint((float)kept.X, (float)kept.Y));
        }

        return first;
    }

    private void Add(SceneItemKind kind, int first, int count, int style)
    {
        _canExtendRects = false;
        _items.Add(new SceneItem(kind, first, count, style));
    }
}
