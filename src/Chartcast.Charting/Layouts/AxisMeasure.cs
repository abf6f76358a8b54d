using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;

namespace Chartcast.Charting.Layouts;

/// <summary>Measures how much room the axes need.</summary>
/// <remarks>Paddings grow with the font: they are given for labels of 12 px.</remarks>
internal static class AxisMeasure
{
    private const double PaddingFontPx = 12;
    private const double BorderPx = 1;
    private const double TickPx = 5;

    /// <summary>Between tick and label, and between label and edge.</summary>
    private const double SidePaddingPx = 5;
    private const double PriceOffsetPx = 5;

    /// <summary>Above and below the labels of the time axis, and what they are moved down by.</summary>
    private const double TimePaddingPx = 3;
    private const double TimeOffsetPx = 4;

    /// <summary>From the pane's edge to the text of the price axis.</summary>
    public static double TextInsetPx(double fontPx) => TickPx + Grown(SidePaddingPx, fontPx);

    /// <summary>From the time axis' top to the middle of its text.</summary>
    public static double TimeTextMiddlePx(double fontPx) =>
        BorderPx + TickPx + Grown(TimePaddingPx, fontPx) + fontPx / 2;

    /// <summary>The height of the time axis.</summary>
    public static int TimeAxisHeightPx(double fontPx) => (int)Math.Ceiling(
        BorderPx + TickPx + fontPx + Grown(2 * TimePaddingPx + TimeOffsetPx, fontPx));

    /// <summary>The width all price axes take: that of the widest label, even.</summary>
    public static int WidthPx(IReadOnlyList<Pane> panes, double fontPx)
    {
        double widest = 0;
        foreach (Pane pane in panes)
        {
            foreach (double tick in pane.Ticks)
                widest = Math.Max(widest, LabelWidth(pane.TickFormat, tick, fontPx));
            foreach (AxisTag tag in pane.Tags)
                widest = Math.Max(widest, LabelWidth(tag.Format, tag.Value, fontPx));
        }

        int width = (int)Math.Ceiling(
            BorderPx + TickPx + 2 * Grown(SidePaddingPx, fontPx) + PriceOffsetPx + widest);
        return width + (width & 1);
    }

    private static double Grown(double paddingPx, double fontPx) => paddingPx * fontPx / PaddingFontPx;

    /// <summary>A label's width with all digits taken as wide as 0, so that an axis does not breathe with its
    /// values.</summary>
    private static double LabelWidth(PriceFormat format, double value, double fontPx)
    {
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        text = text[..format.Write(value, text)];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '2' and <= '9') text[i] = '0';
        }

        return TextMeasure.WidthPx(text, FontFace.Regular, fontPx);
    }
}
