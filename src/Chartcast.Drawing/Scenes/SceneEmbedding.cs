using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;

namespace Chartcast.Drawing.Scenes;

/// <summary>Puts finished pictures into larger ones.</summary>
public static class SceneEmbedding
{
    /// <summary>Draws a scene, its background included, as a group of another picture.</summary>
    /// <param name="builder">The larger picture.</param>
    /// <param name="scene">The picture to put in; unchanged.</param>
    /// <param name="left">Where its left edge comes to lie, device pixels.</param>
    /// <param name="top">Where its top edge comes to lie, device pixels.</param>
    /// <param name="name">The name of the group.</param>
    public static void DrawScene(this SceneBuilder builder, Scene scene, int left, int top, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(scene);
        scene.ThrowIfDisposed();
        var frame = new PixelRect(left, top, scene.WidthPx, scene.HeightPx);
        builder.BeginGroup(name, frame);
        builder.FillRect(frame, scene.Background);
        foreach (SceneItem item in scene.Items) Repeat(builder, scene, item, left, top);
        builder.EndGroup();
    }

    private static void Repeat(SceneBuilder builder, Scene scene, SceneItem item, int left, int top)
    {
        switch (item.Kind)
        {
            case SceneItemKind.BeginGroup:
                BeginGroup(builder, scene.Groups[item.First], left, top);
                break;
            case SceneItemKind.EndGroup:
                builder.EndGroup();
                break;
            case SceneItemKind.Rects:
                foreach (SceneBox box in scene.Boxes.AsSpan(item.First, item.Count))
                {
                    builder.FillRect(
                        new PixelRect(left + box.Left, top + box.Top, box.Right - box.Left, box.Bottom - box.Top),
                        SceneBuilder.Unpack(item.Style));
                }

                break;
            case SceneItemKind.Polygon:
                builder.FillPolygon(Moved(scene, item, left, top), Moved(scene.Fills[item.Style], top));
                break;
            case SceneItemKind.Polyline:
                builder.StrokePolyline(Moved(scene, item, left, top), scene.Strokes[item.Style]);
                break;
            case SceneItemKind.Path:
                builder.FillPath(scene.Paths[item.First].Moved(left, top), Moved(scene.Fills[item.Style], top));
                break;
            default:
                TextPlacement text = scene.Placements[item.Style];
                builder.DrawText(
                    scene.Characters.AsSpan(item.First, item.Count), left + text.X, top + text.BaselineY,
                    new TextStyle(text.Face, text.SizePx, text.Color));
                break;
        }
    }

    private static void BeginGroup(SceneBuilder builder, SceneGroup group, int left, int top)
    {
        PixelRect clip = group.Clip;
        if (!group.HasClip) builder.BeginGroup(group.Name);
        else builder.BeginGroup(group.Name, new PixelRect(left + clip.Left, top + clip.Top, clip.Width, clip.Height));
    }

    private static PixelPoint[] Moved(Scene scene, SceneItem item, int left, int top)
    {
        var moved = new PixelPoint[item.Count];
        ReadOnlySpan<ScenePoint> points = scene.Points.AsSpan(item.First, item.Count);
        for (int i = 0; i < moved.Length; i++) moved[i] = new PixelPoint(left + points[i].X, top + points[i].Y);
        return moved;
    }

    private static Fill Moved(Fill fill, int top) => fill.IsGradient
        ? Fill.Vertical(fill.Top, fill.TopY + top, fill.Bottom, fill.BottomY + top)
        : fill;
}
