using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Composing;

/// <summary>Lays the compared symbols over the bars of the chart.</summary>
internal static class CompareStep
{
    public static void Run(Chart chart)
    {
        if (chart.Spec.Compared.Count == 0) return;
        chart.Compared = new ComparedLine[chart.Spec.Compared.Count];
        for (int index = 0; index < chart.Compared.Length; index++)
        {
            ComparedSeries series = chart.Spec.Compared[index];
            ComparedLine line = ComparedLine.Align(series, chart.Bars);
            int missing = line.MissingWithin(chart.First, chart.Last);
            int shown = chart.Last - chart.First + 1;
            if (missing == shown)
                chart.Warnings.Add($"{series.Symbol} has no bar that opens with one of {chart.Spec.Symbol}.");
            else if (missing > 0)
                chart.Warnings.Add($"{series.Symbol} has no bar at {missing} of the {shown} bars shown.");
            chart.Compared[index] = line;
        }
    }
}
