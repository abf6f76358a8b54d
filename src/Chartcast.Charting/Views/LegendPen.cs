using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Painting;
using Chartcast.Drawing.Scenes;

namespace Chartcast.Charting.Views;

/// <summary>Writes pieces of text one after another on one line; without a scene it only measures.</summary>
internal struct LegendPen
{
    private readonly SceneBuilder? _scene;
    private readonly double _baseline;
    private readonly double _limit;
    private readonly double _sizePx;
    private bool _isFull;

    /// <summary>Starts a line.</summary>
    /// <param name="scene">Where to, or null to measure.</param>
    /// <param name="left">Device column it starts at.</param>
    /// <param name="limit">Device column that no piece may cross.</param>
    /// <param name="baseline">The device row it stands on.</param>
    /// <param name="sizePx">The size of the text in device pixels.</param>
    public LegendPen(SceneBuilder? scene, double left, double limit, double baseline, double sizePx)
    {
        _scene = scene;
        X = left;
        _limit = limit;
        _baseline = baseline;
        _sizePx = sizePx;
    }

    /// <summary>Where the next piece starts.</summary>
    public double X { get; private set; }

    /// <summary>Where the last piece ended.</summary>
    public double End { get; private set; }

    /// <summary>Writes a piece; once one does not fit, nothing more is written.</summary>
    public void Write(ReadOnlySpan<char> text, Rgba color, FontFace face = FontFace.Regular)
    {
        double width = TextMeasure.WidthPx(text, face, _sizePx);
        _isFull |= X + width > _limit;
        if (_isFull) return;
        _scene?.DrawText(text, X, _baseline, new TextStyle(face, _sizePx, color));
        X += width;
        End = X;
    }

    /// <summary>Writes a piece whole; where it does not fit with an ellipsis after it, only the ellipsis, and nothing
    /// more.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="ellipsisColor">The colour of the ellipsis.</param>
    /// <param name="isLast">Whether nothing follows, so that no ellipsis will be needed after it.</param>
    public void WriteWhole(ReadOnlySpan<char> text, Rgba color, Rgba ellipsisColor, bool isLast)
    {
        double width = TextMeasure.WidthPx(text, FontFace.Regular, _sizePx);
        double reserve = isLast ? 0 : TextMeasure.WidthPx("…", FontFace.Regular, _sizePx);
        if (X + width + reserve <= _limit)
        {
            Write(text, color);
            return;
        }

        Write("…", ellipsisColor);
        _isFull = true;
    }

    /// <summary>Writes a piece, cut with an ellipsis where the line ends.</summary>
    public void WriteCut(ReadOnlySpan<char> text, Rgba color, FontFace face = FontFace.Regular)
    {
        if (X + TextMeasure.WidthPx(text, face, _sizePx) <= _limit)
        {
            Write(text, color, face);
            return;
        }

        double ellipsis = TextMeasure.WidthPx("…", face, _sizePx);
        int kept = text.Length;
        while (kept > 0 && X + TextMeasure.WidthPx(text[..kept], face, _sizePx) + ellipsis > _limit) kept--;
        if (kept > 0)
        {
            Write(text[..kept], color, face);
            Write("…", color, face);
        }

        _isFull = true;
    }

    /// <summary>Leaves a gap in font sizes.</summary>
    public void Skip(double ems) => X += ems * _sizePx;
}
