namespace Chartcast.Drawing.Fonts;

/// <summary>Sizes of text in the embedded fonts, in device pixels.</summary>
public static class TextMeasure
{
    /// <summary>The advance width of a line of text.</summary>
    public static double WidthPx(ReadOnlySpan<char> text, FontFace face, double sizePx) => throw new NotSupportedException();

    /// <summary>How far the line reaches above the baseline.</summary>
    public static double AscentPx(FontFace face, double sizePx) => throw new NotSupportedException();

    /// <summary>How far the line reaches below the baseline, positive.</summary>
    public static double DescentPx(FontFace face, double sizePx) => throw new NotSupportedException();

    /// <summary>The height of a capital letter.</summary>
    public static double CapHeightPx(FontFace face, double sizePx) => throw new NotSupportedException();
}
