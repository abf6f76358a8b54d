using System.Text;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Composing;

/// <summary>Writes the shape of what a chart shows as text: a row of block characters for the closes, the volumes and
/// each plot, with their lowest, highest and last value.</summary>
/// <remarks>From the same model as the picture: same bars, same values, same decimals.</remarks>
internal static class SparklineTable
{
    /// <summary>How many block characters a row has at most.</summary>
    private const int MaximumCells = 40;

    /// <summary>Names are padded to this, and longer ones cut.</summary>
    private const int NameWidth = 28;

    /// <summary>Plots beyond this many are left out, and counted.</summary>
    private const int MaximumRows = 16;

    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const char Missing = '·';

    public static string Write(Chart chart)
    {
        var text = new StringBuilder();
        int left = 0, rows = 0;
        ReadOnlySpan<double> closes = chart.Bars.Closes[chart.First..];
        AppendRow(text, "close", closes, chart.Format);
        if (chart.Bars.HasVolume) AppendRow(text, "volume", chart.Bars.Volumes[chart.First..], PriceFormat.Volume);
        foreach (Study study in chart.Studies)
        {
            for (int plot = 0; plot < study.PlotStyles.Length; plot++)
            {
                if (!study.PlotStyles[plot].IsVisible) continue;
                if (rows++ < MaximumRows) AppendPlot(text, chart, study, plot);
                else left++;
            }
        }

        if (left > 0) text.Append('\n').Append("and ").Append(left).Append(" more plots");
        return text.ToString();
    }

    private static void AppendPlot(StringBuilder text, Chart chart, Study study, int plot)
    {
        var values = new double[chart.Last - chart.First + 1];
        for (int i = 0; i < values.Length; i++) values[i] = study.ValueAt(plot, chart.First + i);
        AppendRow(text, StudyTitle.Of(study.Spec, study.Listing.Outputs[plot]), values, study.Format);
    }

    private static void AppendRow(StringBuilder text, string name, ReadOnlySpan<double> values, PriceFormat format)
    {
        ValueRange range = ValueRange.Of(values);
        if (text.Length > 0) text.Append('\n');
        text.Append((name.Length > NameWidth ? name[..NameWidth] : name).PadRight(NameWidth)).Append(' ');
        int cells = Math.Min(values.Length, MaximumCells);
        for (int cell = 0; cell < cells; cell++)
        {
            // A cell shows the last value of its share of the bars, the last cell that of the last bar.
            int end = (int)((long)(cell + 1) * values.Length / cells);
            text.Append(BlockOf(values[end - 1], range));
        }

        if (range.IsEmpty) text.Append(" no values");
        else text.Append(" low ").Append(format.Text(range.Minimum));
        if (!range.IsEmpty) text.Append(" high ").Append(format.Text(range.Maximum));
        if (double.IsFinite(values[^1])) text.Append(" last ").Append(format.Text(values[^1]));
    }

    private static char BlockOf(double value, ValueRange range)
    {
        if (!double.IsFinite(value)) return Missing;
        double height = range.Maximum / 2 - range.Minimum / 2;
        double share = height > 0 ? (value / 2 - range.Minimum / 2) / height : 0.5;
        return Blocks[Math.Clamp((int)(share * Blocks.Length), 0, Blocks.Length - 1)];
    }
}
