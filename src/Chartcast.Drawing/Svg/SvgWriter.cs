using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Svg;

/// <summary>Writes a scene as SVG 1.1: what the PNG shows, as shapes.</summary>
/// <remarks>
/// Text is written as outlines, each glyph once, so that it looks the same where the font is missing. Rectangles of one
/// colour
/// share a path. There are no scripts, links or styles from outside. Title and description serve screen readers.
/// </remarks>
public static class SvgWriter
{
    /// <summary>The scene as a UTF-8 SVG file.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="title">Its name; characters that XML forbids are left out.</param>
    /// <param name="description">What it shows, in words; characters that XML forbids are left out.</param>
    public static byte[] Write(Scene scene, string title, string description)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(description);
        scene.ThrowIfDisposed();
        var svg = new SvgText();
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" role=\"img\"");
        svg.Attribute("width", scene.WidthPx).Attribute("height", scene.HeightPx);
        svg.Raw(" viewBox=\"0 0 ").Number(scene.WidthPx).Raw(" ").Number(scene.HeightPx).Raw("\">\n");
        svg.Raw("<title>").Escaped(title).Raw("</title>\n<desc>").Escaped(description).Raw("</desc>\n");
        var definitions = new SvgDefinitions(scene);
        definitions.Write(svg);
        svg.Raw("<path").Fill(scene.Background).Raw(" d=\"M0 0h").Number(scene.WidthPx).Raw("v").Number(scene.HeightPx);
        svg.Raw("H0z\"/>\n");
        for (int i = 0; i < scene.Items.Length; i++) WriteItem(svg, scene, i);
        return svg.Raw("</svg>\n").ToUtf8();
    }

    private static void WriteItem(SvgText svg, Scene scene, int index)
    {
        SceneItem item = scene.Items[index];
        switch (item.Kind)
        {
            case SceneItemKind.BeginGroup:
                svg.Raw("<g class=\"").Escaped(scene.Groups[item.First].Name).Raw("\"");
                if (scene.Groups[item.First].HasClip) svg.Raw(" clip-path=\"url(#c").Number(item.First).Raw(")\"");
                svg.Raw(">\n");
                break;
            case SceneItemKind.EndGroup:
                svg.Raw("</g>\n");
                break;
            case SceneItemKind.Rects:
                WriteRects(svg, scene.Boxes.AsSpan(item.First, item.Count), SceneBuilder.Unpack(item.Style));
                break;
            case SceneItemKind.Polygon:
                svg.Raw("<path").Fill(scene.Fills[item.Style], item.Style).Raw(" d=\"");
                svg.Points(scene.Points.AsSpan(item.First, item.Count)).Raw("z\"/>\n");
                break;
            case SceneItemKind.Path:
                svg.Raw("<path").Fill(scene.Fills[item.Style], item.Style).Raw(" d=\"");
                svg.Path(scene.Paths[item.First]).Raw("\"/>\n");
                break;
            case SceneItemKind.Polyline:
                WriteLine(svg, scene.Points.AsSpan(item.First, item.Count), scene.Strokes[item.Style]);
                break;
            default:
                SvgDefinitions.WriteText(svg, scene, item);
                break;
        }
    }

    /// <summary>
    /// Boxes share a path as long as each lies right of those before it, as overlaps would not be painted twice.
    /// </summary>
    private static void WriteRects(SvgText svg, ReadOnlySpan<SceneBox> boxes, Rgba color)
    {
        while (!boxes.IsEmpty)
        {
            int count = 1, right = boxes[0].Right;
            for (; count < boxes.Length && (color.IsOpaque || boxes[count].Left >= right); count++)
                right = Math.Max(right, boxes[count].Right);
            SvgBoxes.Write(svg, boxes[..count], color);
            boxes = boxes[count..];
        }
    }

    private static void WriteLine(SvgText svg, ReadOnlySpan<ScenePoint> points, Stroke stroke)
    {
        svg.Raw("<path fill=\"none\" stroke-linejoin=\"round\" stroke=\"").Color(stroke.Color).Raw("\"");
        if (!stroke.Color.IsOpaque) svg.Attribute("stroke-opacity", stroke.Color.A / 255.0);
        svg.Attribute("stroke-width", stroke.WidthPx);
        (int on, int off) = stroke.Dash.Lengths();
        if (on > 0)
        {
            svg.Raw(" stroke-dasharray=\"").Number(on * stroke.WidthPx).Raw(" ").Number(off * stroke.WidthPx).Raw("\"");
        }

        svg.Raw(" d=\"").Points(points).Raw("\"/>\n");
    }
}
