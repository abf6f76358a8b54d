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
            if (HasValue(chart, study) || study.Listing.Profile is not null) continue;
            string title = StudyTitle.Of(study.Spec, study.Listing.Outputs[0]);
            chart.Warnings.Add(
                $"{title} ({study.Listing.Name}) has no value in the bars shown: {Reason(chart, study)}.");
        }
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
