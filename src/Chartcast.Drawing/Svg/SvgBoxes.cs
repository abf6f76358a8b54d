using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Svg;

/// <summary>Writes whole-pixel boxes of one colour as one path.</summary>
/// <remarks>
/// Boxes of one width, such as wicks, or of one height, such as the dashes of a level line, become strokes of that
/// width, which take a third of the bytes and cover the same pixels. Every box starts where the one before did, plus
/// a way.
/// </remarks>
internal static class SvgBoxes
{
    public static void Write(SvgText svg, ReadOnlySpan<SceneBox> boxes, Rgba color)
    {
        if (boxes.Length > 1 && HaveOneWidth(boxes)) WriteColumns(svg, boxes, color);
        else if (boxes.Length > 1 && HaveOneHeight(boxes)) WriteRows(svg, boxes, color);
        else WriteOutlines(svg, boxes, color);
    }

    private static bool HaveOneWidth(ReadOnlySpan<SceneBox> boxes)
    {
        foreach (SceneBox box in boxes)
        {
            if (box.Right - box.Left != boxes[0].Right - boxes[0].Left) return false;
        }

        return true;
    }

    private static bool HaveOneHeight(ReadOnlySpan<SceneBox> boxes)
    {
        foreach (SceneBox box in boxes)
        {
            if (box.Bottom - box.Top != boxes[0].Bottom - boxes[0].Top) return false;
        }

        return true;
    }

    private static void WriteColumns(SvgText svg, ReadOnlySpan<SceneBox> boxes, Rgba color)
    {
        int width = boxes[0].Right - boxes[0].Left, y = boxes[0].Top;
        BeginStroke(svg, color, width).Number(boxes[0].Left + (width / 2.0)).Raw(" ").Number(y);
        for (int i = 0; i < boxes.Length; i++)
        {
            SceneBox box = boxes[i];
            if (i > 0) svg.Raw("m").Whole(box.Left - boxes[i - 1].Left, true).Whole(box.Top - y, false);
            svg.Raw("v").Number(box.Bottom - box.Top);
            y = box.Bottom;
        }

        svg.Raw("\"/>\n");
    }

    private static void WriteRows(SvgText svg, ReadOnlySpan<SceneBox> boxes, Rgba color)
    {
        int height = boxes[0].Bottom - boxes[0].Top, x = boxes[0].Left;
        BeginStroke(svg, color, height).Number(x).Raw(" ").Number(boxes[0].Top + (height / 2.0));
        for (int i = 0; i < boxes.Length; i++)
        {
            SceneBox box = boxes[i];
            if (i > 0) svg.Raw("m").Whole(box.Left - x, true).Whole(box.Top - boxes[i - 1].Top, false);
            svg.Raw("h").Number(box.Right - box.Left);
            x = box.Right;
        }

        svg.Raw("\"/>\n");
    }

    private static SvgText BeginStroke(SvgText svg, Rgba color, int width)
    {
        svg.Raw("<path stroke=\"").Color(color).Raw("\"");
        if (!color.IsOpaque) svg.Attribute("stroke-opacity", color.A / 255.0);
        if (width != 1) svg.Attribute("stroke-width", width);
        return svg.Raw(" d=\"M");
    }

    private static void WriteOutlines(SvgText svg, ReadOnlySpan<SceneBox> boxes, Rgba color)
    {
        svg.Raw("<path").Fill(color).Raw(" d=\"M").Number(boxes[0].Left).Raw(" ").Number(boxes[0].Top);
        for (int i = 0; i < boxes.Length; i++)
        {
            SceneBox box = boxes[i];
            int width = box.Right - box.Left;
            if (i > 0) svg.Raw("m").Whole(box.Left - boxes[i - 1].Left, true).Whole(box.Top - boxes[i - 1].Top, false);
            svg.Raw("h").Number(width).Raw("v").Number(box.Bottom - box.Top).Raw("h").Number(-width).Raw("z");
        }

        svg.Raw("\"/>\n");
    }
}
