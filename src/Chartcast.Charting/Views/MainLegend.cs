using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Drawing.Fonts;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views;

/// <summary>How much of the first legend line there is room for.</summary>
internal enum LegendDetail
{
    /// <summary>Symbol, cut where it must be.</summary>
    Symbol,

    /// <summary>Symbol and interval.</summary>
    Interval,

    /// <summary>And the close.</summary>
    Close,

    /// <summary>And the change.</summary>
    Change,

    /// <summary>And open, high and low.</summary>
    Prices,

    /// <summary>And the exchange.</summary>
    All,
}

/// <summary>Writes the first legend line: symbol · interval · exchange, the last bar and its change.</summary>
internal static class MainLegend
{
    private const double LetterGap = 0.15;
    private const double ValueGap = 0.45;
    private const double GroupGap = 0.9;

    public static void Write(ref LegendPen pen, Chart chart, LegendDetail detail)
    {
        WriteTitle(ref pen, chart, detail);
        if (detail < LegendDetail.Close) return;
        pen.Skip(GroupGap);
        if (chart.Spec.Display.ShowSeriesPrices) WritePrices(ref pen, chart, detail);
        if (detail >= LegendDetail.Change && chart.Spec.Display.ShowBarChange) WriteChange(ref pen, chart);
    }

    private static void WritePrices(ref LegendPen pen, Chart chart, LegendDetail detail)
    {
        int last = chart.Last;
        Rgba color = chart.ColorOf(last);
        if (detail >= LegendDetail.Prices && !chart.Spec.Style.IsOfOnePrice())
        {
            if (chart.Spec.Style is not (ChartStyle.HiLo or ChartStyle.HlcArea))
                WritePrice(ref pen, chart, "O", chart.Bars.Opens[last], color);
            WritePrice(ref pen, chart, "H", chart.Bars.Highs[last], color);
            WritePrice(ref pen, chart, "L", chart.Bars.Lows[last], color);
        }

        WritePrice(ref pen, chart, "C", chart.Bars.Closes[last], color);
    }

    private static void WriteTitle(ref LegendPen pen, Chart chart, LegendDetail detail)
    {
        Rgba color = chart.Theme.Text;
        pen.WriteCut(SymbolText.Short(chart.Spec.Symbol), color, FontFace.Medium);
        if (detail < LegendDetail.Interval) return;
        pen.Write(" · ", color, FontFace.Medium);
        pen.Write(chart.IntervalText, color, FontFace.Medium);
        if (chart.SeriesNote is { } note)
        {
            pen.Write(" · ", color, FontFace.Medium);
            pen.Write(note, color, FontFace.Medium);
        }

        ReadOnlySpan<char> exchange = SymbolText.Exchange(chart.Spec.Symbol);
        if (detail < LegendDetail.All || exchange.Length == 0) return;
        pen.Write(" · ", color, FontFace.Medium);
        pen.Write(exchange, color, FontFace.Medium);
    }

    private static void WritePrice(
        ref LegendPen pen, Chart chart, ReadOnlySpan<char> letter, double value, Rgba color)
    {
        if (!double.IsFinite(value)) return;
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        pen.Write(letter, chart.Theme.Text);
        pen.Skip(LetterGap);
        pen.Write(text[..chart.Format.Write(value, text)], color);
        pen.Skip(ValueGap);
    }

    private static void WriteChange(ref LegendPen pen, Chart chart)
    {
        if (!LastChange.TryGet(chart.Bars, out double change, out double percent)) return;
        Rgba color = change >= 0 ? chart.Theme.Up : chart.Theme.Down;
        Span<char> text = stackalloc char[2 * PriceFormat.MaximumChars];
        int length = chart.Format.WriteSigned(change, text);
        if (double.IsFinite(percent))
        {
            " (".CopyTo(text[length..]);
            length += 2;
            length += LastChange.Percent.WriteSigned(percent, text[length..]);
            "%)".CopyTo(text[length..]);
            length += 2;
        }

        pen.Write(text[..length], color);
    }
}
