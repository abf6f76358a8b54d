using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Composing;

/// <summary>Computes every study over all bars, warm-up included.</summary>
internal static class StudyStep
{
    public static void Run(Chart chart)
    {
        foreach (StudySpec spec in chart.Spec.Studies) chart.Studies.Add(Study.Compute(spec, chart.Bars));
    }
}
