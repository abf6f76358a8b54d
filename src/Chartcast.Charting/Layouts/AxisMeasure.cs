using Chartcast.Charting.Models;
using Chartcast.Drawing.Fonts;

namespace Chartcast.Charting.Layouts;

/// <summary>Measures how wide the price axes must be.</summary>
internal static class AxisMeasure
{
    /// <summary>From the pane's edge to the text: border and tick with padding.</summary>
    public const int TextInsetPx = 10;

    /// <summary>Border, tick, inner and outer padding, offset: 1 + 5 + 5 + 5 + 5.</summary>
    private const int PaddingPx = 21;

    /// <summary>The width all axes take: that of the widest label, even.</summary>
    public static int WidthPx(IReadOnlyList<Pane> panes)
    {
        double widest = 0;
        foreach (Pane pane in panes)
        {
            foreach (double tick in pane.Ticks) widest = Math.Max(widest, LabelWidth(pane.Format, tick));
            foreach (AxisTag tag in pane.Tags) widest = Math.Max(widest, LabelWidth(tag.Format, tag.Value));
        }

        int width = (int)Math.Ceiling(PaddingPx + widest);
        return width + (width & 1);
    }

    /// <summary>A label's width with all digits taken as wide as 0, so that an axis does not breathe with its
    /// values.</summary>
    private static double LabelWidth(PriceFormat format, double value)
    {
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        text = text[..format.Write(value, text)];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '2' and <= '9') text[i] = '0';
        }

        return TextMeasure.WidthPx(text, FontFace.Regular, ChartLayout.AxisFontPx);
    }
}
