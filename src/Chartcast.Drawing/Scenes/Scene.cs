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
/// Kept as flat arrays: a chart has a thousand items, and one object for each would cost more than painting it.
/// </remarks>
public sealed class Scene
{
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
            foreach (SceneGroup group in Groups) yield return group.Name;
        }
    }

    /// <summary>The texts in painting order.</summary>
    public IEnumerable<SceneText> Texts
    {
        get
        {
            foreach (SceneItem item in Items)
            {
                if (item.Kind != SceneItemKind.Text) continue;
                TextPlacement placement = Placements[item.Style];
                yield return new SceneText(
                    new string(Characters, item.First, item.Count),
                    new PixelPoint(placement.X, placement.BaselineY),
                    new TextStyle(placement.Face, placement.SizePx, placement.Color));
            }
        }
    }

    internal SceneItem[] Items { get; init; } = [];

    internal SceneGroup[] Groups { get; init; } = [];

    internal SceneBox[] Boxes { get; init; } = [];

    internal ScenePoint[] Points { get; init; } = [];

    internal VectorPath[] Paths { get; init; } = [];

    internal Fill[] Fills { get; init; } = [];

    internal Stroke[] Strokes { get; init; } = [];

    internal char[] Characters { get; init; } = [];

    internal TextPlacement[] Placements { get; init; } = [];
}

/// <summary>A text of a scene, resolved.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Origin">Left end on the baseline, in device pixels.</param>
/// <param name="Style">How it is drawn; the anchor is always <see cref="TextAnchor.Start"/>.</param>
public readonly record struct SceneText(string Text, PixelPoint Origin, TextStyle Style);
