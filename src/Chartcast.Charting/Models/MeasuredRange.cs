using System.Globalization;
using Chartcast.Charting.Specs;
using Chartcast.Charting.Specs.Drawings;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Models;

/// <summary>What lies between two points: bars, time, volume and price.</summary>
internal readonly record struct MeasuredRange
{
    private const long MinuteMs = 60_000;

    public MeasuredRange(Chart chart, DrawingSpec drawing)
    {
        DrawingTime start = drawing.Input("startDatetime")!.Value.Time!.Value;
        DrawingTime end = drawing.Input("endDatetime")!.Value.Time!.Value;
        StartPrice = drawing.Input("startPrice")!.Value.Number!.Value;
        EndPrice = drawing.Input("endPrice")!.Value.Number!.Value;
        StartSlot = chart.Times.SlotOf(start);
        EndSlot = chart.Times.SlotOf(end);
        SpanMs = chart.Times.MsOf(end) - chart.Times.MsOf(start);
        Volume = SumVolumes(chart.Bars);
    }

    public double StartSlot { get; }

    public double EndSlot { get; }

    public double StartPrice { get; }

    public double EndPrice { get; }

    /// <summary>From start to end; negative when the end is earlier.</summary>
    public long SpanMs { get; }

    /// <summary>Of the bars from start to end, both included; NaN when none is known.</summary>
    public double Volume { get; }

    /// <summary>Bars from start to end, such as <c>24 bars, 34d</c>.</summary>
    public string TimeText()
    {
        double bars = Math.Round(EndSlot - StartSlot);
        string text = bars.ToString("#,0", CultureInfo.InvariantCulture).Replace('-', PriceFormat.Minus);
        return $"{text} {(Math.Abs(bars) == 1 ? "bar" : "bars")}, {SpanText(SpanMs)}";
    }

    /// <summary>The volume such as <c>Vol 51.46M</c>, or nothing when unknown.</summary>
    public string VolumeText() => double.IsFinite(Volume) ? $"Vol {PriceFormat.Volume.Text(Volume)}" : "";

    /// <summary>The change such as <c>12.50 (10.42%)</c>.</summary>
    public string PriceText(PriceFormat format)
    {
        double change = EndPrice - StartPrice;
        double percent = 100 * (change / Math.Abs(StartPrice));
        string text = format.Text(change);
        return double.IsFinite(percent) ? $"{text} ({LastChange.Percent.Text(percent)}%)" : text;
    }

    private static string SpanText(long spanMs)
    {
        long minutes = Math.Abs(spanMs) / MinuteMs;
        long days = Math.DivRem(minutes, 24 * 60, out long rest);
        (long hours, long left) = Math.DivRem(rest, 60);
        var parts = new List<string>(3);
        if (days > 0) parts.Add($"{days.ToString("#,0", CultureInfo.InvariantCulture)}d");
        if (hours > 0) parts.Add($"{hours}h");
        if (left > 0 || parts.Count == 0) parts.Add($"{left}m");
        return (spanMs < 0 ? PriceFormat.Minus.ToString() : "") + string.Join(' ', parts);
    }

    private double SumVolumes(BarSeries bars)
    {
        double first = Math.Ceiling(Math.Min(StartSlot, EndSlot)), last = Math.Floor(Math.Max(StartSlot, EndSlot));
        double sum = double.NaN;
        for (int i = (int)Math.Clamp(first, 0, bars.Count); i <= Math.Min(last, bars.Count - 1); i++)
        {
            double volume = bars.Volumes[i];
            if (double.IsFinite(volume)) sum = double.IsNaN(sum) ? volume : sum + volume;
        }

        return sum;
    }
}
