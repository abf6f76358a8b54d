using System.Globalization;
using Chartcast.Charting.Models;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Drawing.Fonts;

namespace Chartcast.Charting.Composing;

/// <summary>Says which drawings, or parts of them, the picture does not show.</summary>
internal static class DrawingStep
{
    /// <summary>More warnings of this kind than these are counted instead of told.</summary>
    private const int MostTold = 5;

    public static void Run(Chart chart)
    {
        if (chart.Spec.Drawings.Count == 0) return;
        if (!chart.Panes.Contains(chart.PricePane))
        {
            chart.Warnings.Add("drawings are not shown: they stand on the main pane, which is switched off.");
            return;
        }

        int untold = 0;
        int told = 0;
        for (int i = 0; i < chart.Spec.Drawings.Count; i++)
        {
            DrawingSpec drawing = chart.Spec.Drawings[i];
            if ((Outside(chart, drawing) ?? Unseen(drawing)) is not { } reason) continue;
            if (told < MostTold) chart.Warnings.Add($"drawing {i + 1} ({reason}");
            else untold++;
            told++;
        }

        if (untold > 0) chart.Warnings.Add($"{untold} more drawings are not shown, or not wholly.");
    }

    private static string? Outside(Chart chart, DrawingSpec drawing)
    {
        DrawingExtent extent = DrawingExtent.Of(chart, drawing);
        string name = drawing.Listing.Name;
        if (!extent.IsInTime(chart))
        {
            string at = string.Join(" to ", Times(drawing).Select(static time => time.ToString()));
            return $"{name} at {at}) lies outside the visible times "
                + $"{TimeText(chart, chart.First)} to {TimeText(chart, chart.Last)}.";
        }

        if (extent.IsInPrice(chart)) return null;
        string low = PriceText(chart, extent.Low), high = PriceText(chart, extent.High);
        (string bottom, string top) = VisiblePrices(chart);
        return $"{name} at {(low == high ? low : $"{low} to {high}")}) lies outside the visible prices "
            + $"{bottom} to {top}.";
    }

    /// <summary>A text that is switched off, or that the fonts cannot write.</summary>
    private static string? Unseen(DrawingSpec drawing)
    {
        if (drawing.Input("text")?.Text is not { } text) return null;
        string name = drawing.Listing.Name;
        if (drawing.Listing.TextSwitch is { } shown && drawing.Style(shown).Switch != true)
            return $"{name}) has a text that is not shown: override {shown} with true.";
        return TextOutline.CanShow(text)
            ? null
            : $"{name}) has characters in its text that the built-in fonts lack; they show as boxes.";
    }

    private static IEnumerable<DrawingTime> Times(DrawingSpec drawing) =>
        drawing.Listing.Inputs.Select(key => drawing.Input(key.Name)?.Time).OfType<DrawingTime>();

    private static (string Low, string High) VisiblePrices(Chart chart)
    {
        double top = chart.PricePane.Scale.TopValue, bottom = chart.PricePane.Scale.BottomValue;
        return (PriceText(chart, Math.Min(top, bottom)), PriceText(chart, Math.Max(top, bottom)));
    }

    private static string PriceText(Chart chart, double price) => double.IsFinite(price)
        ? chart.Format.Text(price)
        : "…";

    private static string TimeText(Chart chart, int bar) =>
        ChartClock.TimeOf(chart.Clock.LocalMs(chart.Bars.OpenTimesMs[bar])).ToString(
            chart.Clock.IsIntraday ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
