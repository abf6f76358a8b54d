using System.Globalization;
using System.Text;
using System.Xml;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Svg;

/// <summary>The text of an SVG file as it grows.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new(64 * 1024);

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    public SvgText Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>A number with up to two decimals: a hundredth of a pixel.</summary>
    public SvgText Number(double value)
    {
        Span<char> digits = stackalloc char[32];
        // Adding 0 turns a negative zero into a plain one.
        double rounded = Math.Round(value, 2) + 0.0;
        rounded.TryFormat(digits, out int length, "0.##", CultureInfo.InvariantCulture);
        _text.Append(digits[..length]);
        return this;
    }

    public SvgText Exact(double value)
    {
        _text.Append(value.ToString("R", CultureInfo.InvariantCulture));
        return this;
    }

    public SvgText Attribute(string name, double value)
    {
        _text.Append(' ').Append(name).Append("=\"");
        _text.Append(value.ToString("0.####", CultureInfo.InvariantCulture)).Append('"');
        return this;
    }

    /// <summary>
    /// Text from outside: markup characters are escaped, characters that XML 1.0 forbids are left out.
    /// </summary>
    public SvgText Escaped(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c))
            {
                _text.Append(c).Append(text[++i]);
                continue;
            }

            if (!XmlConvert.IsXmlChar(c)) continue;
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                _ => _text.Append(c),
            };
        }

        return this;
    }

    public SvgText Color(Rgba color) => Raw((color with { A = 255 }).ToString());

    public SvgText Fill(Rgba color)
    {
        Raw(" fill=\"").Color(color).Raw("\"");
        return color.IsOpaque ? this : Attribute("fill-opacity", color.A / 255.0);
    }

    /// <summary>A fill; a gradient is defined under the number of the fill.</summary>
    public SvgText Fill(Fill fill, int number) =>
        fill.IsGradient ? Raw(" fill=\"url(#f").Number(number).Raw(")\"") : Fill(fill.Top);

    public SvgText Points(ReadOnlySpan<ScenePoint> points)
    {
        for (int i = 0; i < points.Length; i++)
        {
            // After the first pair of a "move", more pairs are lines.
            Raw(i == 0 ? "M" : " ").Number(points[i].X).Raw(" ").Number(points[i].Y);
        }

        return this;
    }

    public SvgText Path(VectorPath path)
    {
        int next = 0;
        foreach (PathVerb verb in path.Verbs)
        {
            (string letter, int count) = verb switch
            {
                PathVerb.MoveTo => ("M", 1),
                PathVerb.LineTo => ("L", 1),
                PathVerb.CubicTo => ("C", 3),
                _ => ("z", 0),
            };
            Raw(letter);
            for (int i = 0; i < count; i++, next++)
                Raw(i == 0 ? "" : " ").Number(path.Points[next].X).Raw(" ").Number(path.Points[next].Y);
        }

        return this;
    }
}
