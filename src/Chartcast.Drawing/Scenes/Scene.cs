using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Scenes;

/// <summary>
/// A picture that is fully decided but not yet painted; immutable, so PNG and SVG made from it show the same.
/// </summary>
/// <remarks>
/// Guarantees: items stand in painting order; every coordinate is finite; rectangles are whole pixels inside the
/// picture;
/// groups are balanced; clips are cut to those around them; text is resolved to its left end and a whole-pixel
/// baseline.
/// Kept as flat arrays: a chart has a thousand items, and one object for each would cost more than painting it. The
/// arrays come from a pool. Who is done with a scene may dispose it, so that the next one needs no memory; who does not
/// leaves it to the garbage collector.
/// </remarks>
public sealed class Scene : IDisposable
{
    private int _isDisposed;

    internal Scene(int widthPx, int heightPx, Rgba background)
    {
        WidthPx = widthPx;
        HeightPx = heightPx;
        Background = background;
    }

    /// <summary>Width in device pixels, 1–16,384.</summary>
    public int WidthPx { get; }

    /// <summary>Height in device pixels, 1–16,384.</summary>
    public int HeightPx { get; }

    /// <summary>The colour beneath everything; always opaque.</summary>
    public Rgba Background { get; }

    /// <summary>Names of the groups in painting order.</summary>
    public IEnumerable<string> GroupNames
    {
        get
        {
            ThrowIfDisposed();
            for (int i = 0; i < Groups.Length; i++) yield return Groups[i].Name;
        }
    }

    /// <summary>The texts in painting order.</summary>
    public IEnumerable<SceneText> Texts
    {
        get
        {
            ThrowIfDisposed();
            for (int i = 0; i < Items.Length; i++)
            {
                SceneItem item = Items[i];
                if (item.Kind != SceneItemKind.Text) continue;
                TextPlacement placement = Placements[item.Style];
                yield return new SceneText(
                    new string(Characters.AsSpan(item.First, item.Count)),
                    new PixelPoint(placement.X, placement.BaselineY),
                    new TextStyle(placement.Face, placement.SizePx, placement.Color));
            }
        }
    }

    internal SceneArray<SceneItem> Items { get; init; }

    internal SceneArray<SceneGroup> Groups { get; init; }

    internal SceneArray<SceneBox> Boxes { get; init; }

    internal SceneArray<ScenePoint> Points { get; init; }

    internal SceneArray<VectorPath> Paths { get; init; }

    internal SceneArray<Fill> Fills { get; init; }

    internal SceneArray<Stroke> Strokes { get; init; }

    internal SceneArray<char> Characters { get; init; }

    internal SceneArray<TextPlacement> Placements { get; init; }

    /// <summary>Gives the memory back for other scenes. Nothing may be painting this one, or paint it
    /// afterwards.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        Items.Return();
        Groups.Return();
        Boxes.Return();
        Points.Return();
        Paths.Return();
        Fills.Return();
        Strokes.Return();
        Characters.Return();
        Placements.Return();
    }

    /// <summary>Refuses to be read after it was disposed.</summary>
    internal void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
}

/// <summary>A text of a scene, resolved.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Origin">Left end on the baseline, in device pixels.</param>
/// <param name="Style">How it is drawn; the anchor is always <see cref="TextAnchor.Start"/>.</param>
public readonly record struct SceneText(string Text, PixelPoint Origin, TextStyle Style);
