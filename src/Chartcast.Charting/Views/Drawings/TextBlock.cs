using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Geometry;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views.Drawings;

/// <summary>One or several lines of text of one look, measured before they are drawn.</summary>
internal sealed class TextBlock
{
    private const double LineHeight = 1.3;

    private readonly List<string> _lines = [];
    private readonly LabelStyle _style;

    /// <summary>Breaks a text into lines.</summary>
    /// <param name="text">The text; line feeds begin lines.</param>
    /// <param name="style">The look.</param>
    /// <param name="widestPx">Device pixels that a line may take; longer ones are broken between words, and long words
    /// where the line ends.</param>
    public TextBlock(string text, LabelStyle style, double widestPx = double.PositiveInfinity)
    {
        _style = style;
        foreach (string line in text.Split('\n')) AddLine(line, widestPx);
        foreach (string line in _lines) Width = Math.Max(Width, WidthOf(line));
    }

    /// <summary>Width of the longest line in device pixels.</summary>
    public double Width { get; }

    /// <summary>From the first line's top to the last one's bottom, in device pixels.</summary>
    public double Height => _lines.Count * LinePx;

    private double LinePx => _style.SizePx * LineHeight;

    /// <summary>Draws the lines.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="left">Left edge of the block.</param>
    /// <param name="top">Top edge of the block.</param>
    /// <param name="align">Where shorter lines stand: 0 left, 0.5 in the middle, 1 right.</param>
    public void Draw(SceneBuilder scene, double left, double top, double align = 0)
    {
        for (int i = 0; i < _lines.Count; i++)
        {
            double x = left + align * (Width - WidthOf(_lines[i]));
            double baseline = Math.Floor(top + BaselineOf(i) + 0.5);
            // Leaning letters reach out at their top right: half of that is given to the left.
            if (_style.IsItalic) x -= TextOutline.Slant * TextMeasure.CapHeightPx(_style.Face, _style.SizePx) / 2;
            if (_style.IsItalic) DrawOutline(scene, _lines[i], new PixelPoint(x, baseline), new PixelPoint(1, 0));
            else scene.DrawText(_lines[i], x, baseline, new TextStyle(_style.Face, _style.SizePx, _style.Color));
        }
    }

    /// <summary>Draws the lines along a direction.</summary>
    /// <param name="scene">Where to.</param>
    /// <param name="corner">The block's top left corner as the reader sees it.</param>
    /// <param name="direction">Where lines run to, of length 1.</param>
    /// <param name="align">Where shorter lines stand: 0 at the beginning, 1 at the end.</param>
    public void DrawAlong(SceneBuilder scene, PixelPoint corner, PixelPoint direction, double align)
    {
        for (int i = 0; i < _lines.Count; i++)
        {
            double along = align * (Width - WidthOf(_lines[i]));
            double down = BaselineOf(i);
            var origin = new PixelPoint(
                corner.X + along * direction.X - down * direction.Y,
                corner.Y + along * direction.Y + down * direction.X);
            DrawOutline(scene, _lines[i], origin, direction);
        }
    }

    private void DrawOutline(SceneBuilder scene, string line, PixelPoint origin, PixelPoint direction) =>
        scene.FillPath(
            TextOutline.Of(line, _style.Face, _style.SizePx, origin, direction, _style.IsItalic),
            Fill.Solid(_style.Color));

    private double BaselineOf(int line) =>
        (line + 0.5) * LinePx + TextMeasure.CapHeightPx(_style.Face, _style.SizePx) / 2;

    private double WidthOf(ReadOnlySpan<char> text) => TextMeasure.WidthPx(text, _style.Face, _style.SizePx);

    private void AddLine(string line, double widestPx)
    {
        for (int end = LastFitting(line, widestPx); end < line.Length; end = LastFitting(line, widestPx))
        {
            int space = line.LastIndexOf(' ', end);
            bool breaksAtSpace = space > 0;
            _lines.Add(breaksAtSpace ? line[..space] : line[..end]);
            line = breaksAtSpace ? line[(space + 1)..] : line[end..];
        }

        _lines.Add(line);
    }

    /// <summary>How many characters fit, at least one, never half of a surrogate pair.</summary>
    private int LastFitting(string line, double widestPx)
    {
        if (double.IsPositiveInfinity(widestPx)) return line.Length;
        double width = 0;
        int end = 0;
        while (end < line.Length)
        {
            int length = char.IsSurrogate(line[end]) ? 2 : 1;
            width += WidthOf(line.AsSpan(end, length));
            if (width > widestPx && end > 0) return end;
            end += length;
        }

        return end;
    }
}
