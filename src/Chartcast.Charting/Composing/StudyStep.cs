using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Composing;

/// <summary>Computes every study over all bars, warm-up included, and keeps room for what is drawn ahead of the last
/// one.</summary>
internal static class StudyStep
{
    /// <summary>The future takes no more than this share of the bars shown.</summary>
    private const double MostAheadShare = 0.5;

    public static void Run(Chart chart)
    {
        IReadOnlyList<StudySpec> specs = chart.Spec.Studies;
        for (int i = 0; i < specs.Count; i++)
        {
            BarSeries? other = ComparedSeries.For(chart.Spec.StudySeries, specs[i])?.Bars;
            chart.Studies.Add(Study.Compute(specs[i], chart.Bars, chart.First, other, chart.Cancellation));
        }

        int ahead = 0;
        foreach (Study study in chart.Studies) ahead = Math.Max(ahead, study.BarsAhead);
        // One slot more, so that the last value does not touch the axis.
        if (ahead > 0) ahead = (int)Math.Min((long)ahead + 1, int.MaxValue);
        ahead = Math.Min(ahead, (int)((chart.Last - chart.First + 1) * MostAheadShare));
        chart.FreeSlots = Math.Max(ahead, chart.Spec.FreeSlots);
    }
}
