using System.Globalization;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Composing;

/// <summary>Puts a chart into one sentence, for those who cannot see it.</summary>
internal static class AltTextStep
{
    public static string Write(Chart chart)
    {
        // The market's bars: what is said to have been the last price was one, also where averages are drawn.
        BarSeries bars = chart.Source;
        string sample = chart.Spec.IsSample ? "Sample data, not a market: " : "";
        string first = Time(chart, chart.Bars.OpenTimesMs[chart.First]);
        string last = Time(chart, bars.OpenTimesMs[^1]);
        string range = chart.First == chart.Last ? last : $"{first} to {last}";
        string name = chart.Spec.Description is { Length: > 0 } text ? $" ({text})" : "";
        return $"{sample}{chart.Spec.Symbol}{name} {chart.IntervalText} {chart.Spec.Style.WireName()} chart, {range}, "
            + $"last {chart.Format.Text(bars.Closes[^1])}{Change(chart)}"
            + $"{ComparedNames(chart)}{StudyNames(chart)}{DrawingNames(chart)}.";
    }

    private static string Change(Chart chart)
    {
        if (!LastChange.TryGet(chart.Source, out double change, out double percent)) return "";
        Span<char> text = stackalloc char[PriceFormat.MaximumChars];
        ReadOnlySpan<char> amount = text[..chart.Format.WriteSigned(change, text)];
        if (!double.IsFinite(percent)) return $", change {amount}";
        Span<char> second = stackalloc char[PriceFormat.MaximumChars];
        ReadOnlySpan<char> share = second[..LastChange.Percent.WriteSigned(percent, second)];
        return $", change {amount} ({share}%)";
    }

    private static string ComparedNames(Chart chart) => chart.Compared.Length == 0
        ? ""
        : ", compared with " + string.Join(", ", chart.Compared.Select(static line => line.Symbol));

    private static string StudyNames(Chart chart)
    {
        if (chart.Studies.Count == 0) return "";
        var names = new string[chart.Studies.Count];
        for (int i = 0; i < names.Length; i++) names[i] = chart.Studies[i].Listing.Name;
        return ", with " + string.Join(", ", names);
    }

    private static string DrawingNames(Chart chart)
    {
        int count = chart.Spec.Drawings.Count;
        if (count == 0) return "";
        IEnumerable<string> names = chart.Spec.Drawings.Select(static drawing => drawing.Listing.Name).Distinct();
        return $", and {count} {(count == 1 ? "drawing" : "drawings")}: {string.Join(", ", names)}";
    }

    private static string Time(Chart chart, long openTimeMs) =>
        ChartClock.TimeOf(chart.Clock.LocalMs(openTimeMs)).ToString(
            chart.Clock.IsIntraday ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
