using Chartcast.Charting.Models;
using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Views;

/// <summary>How much of a study's legend line there is room for.</summary>
internal enum StudyLegendDetail
{
    /// <summary>Title and values.</summary>
    Values,

    /// <summary>And the inputs.</summary>
    All,
}

/// <summary>Writes one study's legend line: its title, its inputs, and the value of each visible plot in the plot's
/// colour.</summary>
internal static class StudyLegend
{
    private const double WordGap = 0.35;
    private const double GroupGap = 0.8;

    /// <summary>Writes the line; values that do not fit end in an ellipsis.</summary>
    public static void Write(ref LegendPen pen, Chart chart, Study study, StudyLegendDetail detail)
    {
        pen.WriteCut(study.Listing.ShortTitle, chart.Theme.Text);
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        IReadOnlyList<string> inputs = study.Listing.LegendInputs;
        for (int i = 0; i < inputs.Count && detail == StudyLegendDetail.All; i++)
        {
            pen.Skip(WordGap);
            pen.Write(text[..InputText.Write(study.Spec, inputs[i], text)], chart.Theme.FaintText);
        }

        if (!chart.Spec.Display.ShowLegendValues) return;
        pen.Skip(GroupGap - WordGap);
        WriteValues(ref pen, chart, study);
    }

    private static void WriteValues(ref LegendPen pen, Chart chart, Study study)
    {
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        int next;
        for (int plot = NextShown(chart, study, -1); plot >= 0; plot = next)
        {
            next = NextShown(chart, study, plot);
            pen.Skip(WordGap);
            Rgba color = study.PlotStyles[plot].ColorOf(study.ColorIndexAt(plot, chart.Last)).WithOpacity(1);
            int length = study.Format.Write(study.ValueAt(plot, chart.Last), text);
            pen.WriteWhole(text[..length], color, chart.Theme.FaintText, isLast: next < 0);
            pen.Skip(WordGap);
        }
    }

    /// <summary>The next plot that has a value to show, or −1.</summary>
    private static int NextShown(Chart chart, Study study, int after)
    {
        for (int plot = after + 1; plot < study.PlotStyles.Length; plot++)
        {
            if (study.PlotStyles[plot].IsVisible && !double.IsNaN(study.ValueAt(plot, chart.Last))) return plot;
        }

        return -1;
    }
}
