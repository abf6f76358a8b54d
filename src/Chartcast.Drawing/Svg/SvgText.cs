using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Drawing.Svg;

/// <summary>The text of an SVG file as it grows, in UTF-8.</summary>
internal sealed class SvgText
{
    private const int FirstBytes = 64 * 1024;

    /// <summary>Hundredths below this are written digit by digit; doubles hold them exactly.</summary>
    private const double LargestPlain = 1e9;

    /// <summary>The largest double has 309 digits.</summary>
    private const int LongestNumber = 320;

    private readonly ArrayBufferWriter<byte> _text = new(FirstBytes);

    public byte[] ToUtf8() => _text.WrittenSpan.ToArray();

    public SvgText Raw(ReadOnlySpan<char> text)
    {
        Encoding.UTF8.GetBytes(text, _text);
        return this;
    }

    /// <summary>A number with up to two decimals: a hundredth of a pixel.</summary>
    public SvgText Number(double value)
    {
        // Adding 0 turns a negative zero into a plain one.
        double rounded = Math.Round(value, 2) + 0.0;
        Span<byte> digits = _text.GetSpan(LongestNumber);
        int length;
        if (Math.Abs(rounded) < LargestPlain) length = WriteHundredths(digits, (long)Math.Round(rounded * 100));
        else rounded.TryFormat(digits, out length, "0.##", CultureInfo.InvariantCulture);
        _text.Advance(length);
        return this;
    }

    public SvgText Exact(double value) => Formatted(value, "R");

    public SvgText Attribute(string name, double value)
    {
        Raw(" ").Raw(name).Raw("=\"");
        return Formatted(value, "0.####").Raw("\"");
    }

    /// <summary>
    /// Text from outside: markup characters are escaped, characters that XML 1.0 forbids are left out.
    /// </summary>
    public SvgText Escaped(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c)) Raw(text.AsSpan(i++, 2));
            else if (XmlConvert.IsXmlChar(c)) Raw(Entity(c) is { } entity ? entity : text.AsSpan(i, 1));
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

    /// <summary>A line: where it starts, then the way from each point to the next, in hundredths of a pixel.</summary>
    /// <remarks>Ways lead from rounded point to rounded point, so that no error adds up.</remarks>
    public SvgText Points(ReadOnlySpan<ScenePoint> points)
    {
        (long x, long y) = (Hundredths(points[0].X), Hundredths(points[0].Y));
        Raw("M").Number(points[0].X).Raw(" ").Number(points[0].Y);
        if (points.Length > 1) Raw("l");
        for (int i = 1; i < points.Length; i++)
        {
            (long nextX, long nextY) = (Hundredths(points[i].X), Hundredths(points[i].Y));
            Step(nextX - x, isFirst: i == 1).Step(nextY - y, isFirst: false);
            (x, y) = (nextX, nextY);
        }

        return this;
    }

    /// <summary>A whole number of pixels after a letter or another number.</summary>
    public SvgText Whole(int value, bool isFirst) => Step(value * 100L, isFirst);

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

    /// <summary>How a character of markup is written in text; null for any other.</summary>
    private static string? Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => null,
    };

    private static long Hundredths(float value) => (long)Math.Round(Math.Round((double)value, 2) * 100);

    /// <summary>A number without what SVG does not need: a space before a minus, a zero before the point.</summary>
    private SvgText Step(long hundredths, bool isFirst)
    {
        if (!isFirst && hundredths >= 0) Raw(" ");
        if (hundredths is 0 or <= -100 or >= 100)
        {
            _text.Advance(WriteHundredths(_text.GetSpan(LongestNumber), hundredths));
            return this;
        }

        Span<byte> digits = stackalloc byte[8];
        int length = WriteHundredths(digits, Math.Abs(hundredths));
        if (hundredths < 0) Raw("-");
        _text.Write(digits[1..length]);
        return this;
    }

    /// <summary>Writes as the format <c>0.##</c> would, at a tenth of its cost: SVG is mostly numbers.</summary>
    private static int WriteHundredths(Span<byte> digits, long hundredths)
    {
        int length = 0;
        if (hundredths < 0) digits[length++] = (byte)'-';
        (long whole, long fraction) = Math.DivRem(Math.Abs(hundredths), 100);
        whole.TryFormat(digits[length..], out int written, default, CultureInfo.InvariantCulture);
        length += written;
        if (fraction == 0) return length;
        digits[length++] = (byte)'.';
        digits[length++] = (byte)('0' + fraction / 10);
        if (fraction % 10 != 0) digits[length++] = (byte)('0' + fraction % 10);
        return length;
    }

    private SvgText Formatted(double value, string format)
    {
        value.TryFormat(_text.GetSpan(LongestNumber), out int length, format, CultureInfo.InvariantCulture);
        _text.Advance(length);
        return this;
    }
}
