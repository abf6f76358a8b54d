using System.Globalization;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Composing;

/// <summary>Says which studies have no value at all to show: nothing that was asked for is missing silently.</summary>
internal static class MissingValuesStep
{
    public static void Run(Chart chart)
    {
        foreach (Study study in chart.Studies)
        {
            WarnOfMissingBars(chart, study);
            if (HasValue(chart, study) || study.Listing.Profile is not null) continue;
            string title = StudyTitle.Of(study.Spec, study.Listing.Outputs[0]);
            chart.Warnings.Add(
                $"{title} ({study.Listing.Name}) has no value in the bars shown: {Reason(chart, study)}.");
        }
    }

    /// <summary>Where a symbol that a study reads has no bar, the last one before stands for it.</summary>
    private static void WarnOfMissingBars(Chart chart, Study study)
    {
        if (ComparedSeries.For(chart.Spec.StudySeries, study.Spec) is not { } series) return;
        int missing = ComparedLine.Align(series, chart.Bars).MissingWithin(chart.First, chart.Last);
        if (missing == 0) return;
        int shown = chart.Last - chart.First + 1;
        chart.Warnings.Add(
            $"{series.Symbol} has no bar at {missing} of the {shown} bars shown; {study.Listing.Name} counts its last "
            + "one before.");
    }

    private static string Reason(Chart chart, Study study)
    {
        double[] inputs = [.. study.Spec.Inputs.Select(static input => input.Value)];
        if (study.Listing.TooSmall(inputs) is { } parameter)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{parameter.Key}, {parameter.Title}, gives values from {parameter.ValuesFrom} on");
        }

        if (study.Spec.Symbol is { } symbol && ComparedSeries.For(chart.Spec.StudySeries, study.Spec) is null)
            return $"the bars of {symbol} are not there";
        return chart.Bars.HasVolume
            ? "it may need more bars"
            : "it needs volume, which the source does not have, or more bars";
    }

    private static bool HasValue(Chart chart, Study study)
    {
        for (int plot = 0; plot < study.PlotStyles.Length; plot++)
        {
            if (!study.PlotStyles[plot].IsVisible) continue;
            int last = chart.Last + Math.Max(0, study.Plots.Offset(plot));
            for (int i = chart.First; i <= last; i++)
            {
                if (double.IsFinite(study.ValueAt(plot, i))) return true;
            }
        }

        return false;
    }
}
