using System.Globalization;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Synthetics;

namespace Chartcast.Charting.Composing;

/// <summary>Decides which bars are drawn: the market's, or those the style makes of them.</summary>
internal static class SeriesStep
{
    public static void Run(Chart chart)
    {
        DrawnBars drawn = DrawnBars.Of(
            chart.Spec.Style, chart.Spec.SeriesOverrides, chart.Spec.PriceDecimals, chart.Source,
            chart.Spec.FirstVisible);
        chart.Bars = drawn.Bars;
        chart.First = drawn.FirstVisible;
        chart.SeriesNote = drawn.Note;
        chart.BoxSize = drawn.BoxSize;
        if (drawn.IsBoxEnlarged) WarnOfEnlargedBoxes(chart);
        WarnOfMadeBars(chart);
        WarnOfUnusedKeys(chart);
    }

    private static void WarnOfEnlargedBoxes(Chart chart) => chart.Warnings.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"Boxes of the size asked for could be more than {BrickBuilder.MostBricks:N0}; they are "
        + $"{chart.BoxSize:0.############} high instead. Ask for larger ones or fewer bars."));

    private static void WarnOfMadeBars(Chart chart)
    {
        if (chart.SeriesNote is not { } note) return;
        string count = (chart.Last - chart.First + 1).ToString(CultureInfo.InvariantCulture);
        string close = chart.Format.Text(chart.Bars.Closes[chart.Last]);
        chart.Warnings.Add(
            $"The picture shows {count} {note} bars made of the market's, the last one with the close {close}; "
                + "axes count these bars.");
        if (chart.Spec.Studies.Count == 0) return;
        chart.Warnings.Add($"Indicators are computed on the {note} bars, not on the market's.");
    }

    private static void WarnOfUnusedKeys(Chart chart)
    {
        if (chart.Spec.SeriesOverrides.Count == 0) return;
        string prefix = chart.Spec.Style.KeyPrefix() + ".";
        string[] unused =
        [
            .. chart.Spec.SeriesOverrides.Keys
                .Where(key => !key.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        if (unused.Length == 0) return;
        string style = chart.Spec.Style.WireName();
        chart.Warnings.Add($"The style is {style}, so these do nothing: {string.Join(", ", unused)}.");
    }
}
