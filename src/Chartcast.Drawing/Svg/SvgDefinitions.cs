using System.Text;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Svg;

/// <summary>What an SVG file defines before it draws: clips, gradients, and each glyph that occurs, once.</summary>
internal sealed class SvgDefinitions(Scene scene)
{
    public void Write(SvgText svg)
    {
        svg.Raw("<defs>\n");
        for (int i = 0; i < scene.Groups.Length; i++)
        {
            if (scene.Groups[i].HasClip) WriteClip(svg, i, scene.Groups[i].Clip);
        }

        for (int i = 0; i < scene.Fills.Length; i++)
        {
            if (scene.Fills[i].IsGradient) WriteGradient(svg, i, scene.Fills[i]);
        }

        WriteGlyphs(svg);
        svg.Raw("</defs>\n");
    }

    /// <summary>Writes a text as uses of defined glyphs, in font units under one transform.</summary>
    public static void WriteText(SvgText svg, Scene scene, SceneItem item)
    {
        TextPlacement placement = scene.Placements[item.Style];
        Typeface typeface = BuiltInFonts.Get(placement.Face);
        double scale = (double)placement.SizePx / typeface.UnitsPerEm;
        svg.Raw("<g").Fill(placement.Color).Raw(" transform=\"matrix(").Exact(scale).Raw(" 0 0 ").Exact(-scale);
        svg.Raw(" ").Number(placement.X).Raw(" ").Number(placement.BaselineY).Raw(")\">");
        long advance = 0;
        foreach (Rune rune in scene.Characters.AsSpan(item.First, item.Count).EnumerateRunes())
        {
            int glyph = typeface.Glyph(rune.Value);
            if (!typeface.Outline(glyph).IsEmpty)
            {
                svg.Raw("<use");
                if (advance != 0) svg.Attribute("x", advance);
                svg.Raw(" xlink:href=\"#").Raw(Name(placement.Face)).Number(glyph).Raw("\"/>");
            }

            advance += typeface.Advance(glyph);
        }

        svg.Raw("</g>\n");
    }

    private static string Name(FontFace face) => face == FontFace.Medium ? "m" : "r";

    private static void WriteClip(SvgText svg, int number, PixelRect clip)
    {
        svg.Raw("<clipPath id=\"c").Number(number).Raw("\"><rect");
        svg.Attribute("x", clip.Left).Attribute("y", clip.Top).Attribute("width", clip.Width);
        svg.Attribute("height", clip.Height).Raw("/></clipPath>\n");
    }

    private static void WriteGradient(SvgText svg, int number, Fill fill)
    {
        svg.Raw("<linearGradient id=\"f").Number(number).Raw("\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\"");
        svg.Attribute("y1", fill.TopY).Attribute("y2", Math.Max(fill.BottomY, fill.TopY)).Raw(">");
        WriteStop(svg, 0, fill.Top);
        WriteStop(svg, 1, fill.Bottom);
        svg.Raw("</linearGradient>\n");
    }

    private static void WriteStop(SvgText svg, int offset, Rgba color)
    {
        svg.Raw("<stop").Attribute("offset", offset).Raw(" stop-color=\"").Color(color).Raw("\"");
        if (!color.IsOpaque) svg.Attribute("stop-opacity", color.A / 255.0);
        svg.Raw("/>");
    }

    private void WriteGlyphs(SvgText svg)
    {
        var written = new HashSet<(FontFace Face, int Glyph)>();
        foreach (SceneItem item in scene.Items)
        {
            if (item.Kind != SceneItemKind.Text) continue;
            FontFace face = scene.Placements[item.Style].Face;
            Typeface typeface = BuiltInFonts.Get(face);
            foreach (Rune rune in scene.Characters.AsSpan(item.First, item.Count).EnumerateRunes())
            {
                int glyph = typeface.Glyph(rune.Value);
                GlyphOutline outline = typeface.Outline(glyph);
                if (outline.IsEmpty || !written.Add((face, glyph))) continue;
                svg.Raw("<path id=\"").Raw(Name(face)).Number(glyph).Raw("\" d=\"");
                var sink = new PathSink(svg);
                outline.Walk(ref sink);
                svg.Raw("\"/>\n");
            }
        }
    }

    private readonly struct PathSink(SvgText svg) : IOutlineSink
    {
        public void MoveTo(float x, float y) => svg.Raw("M").Number(x).Raw(" ").Number(y);

        public void LineTo(float x, float y) => svg.Raw("L").Number(x).Raw(" ").Number(y);

        public void QuadTo(float controlX, float controlY, float x, float y) =>
            svg.Raw("Q").Number(controlX).Raw(" ").Number(controlY).Raw(" ").Number(x).Raw(" ").Number(y);

        public void Close() => svg.Raw("z");
    }
}
