using System.Globalization;
using System.Text;
using Chartcast.App.Engines;
using Chartcast.Generation.Requests;

namespace Chartcast.App.Answers;

/// <summary>A chart in a few lines that say enough without the picture.</summary>
public static class ChartText
{
    private const int LongestLine = 400;

    /// <summary>Describes a finished chart.</summary>
    /// <param name="record">A completed record.</param>
    /// <param name="links">Where the picture can be had.</param>
    /// <param name="warnings">What the reader should know besides the report's own warnings.</param>
    /// <returns>Lines separated by line feeds.</returns>
    public static string Of(ChartRecord record, PictureLinks links, IReadOnlyList<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(warnings);
        ChartReport report = record.Report
            ?? throw new ArgumentException("The chart is not completed.", nameof(record));
        var lines = new List<string>();
        AddOrigin(lines, report, $"{report.ChartType} chart, drawn by {report.Provider}");
        AddNumbers(lines, report);
        foreach (TileReport tile in report.Charts ?? []) AddTile(lines, tile);
        lines.AddRange(report.Warnings.Concat(warnings).Select(warning => "Note: " + warning));
        if (record.Image is { } image)
        {
            string where = links.Picture(record.RequestId, image.Format) ?? PictureLinks.ResourceUri(record.RequestId);
            lines.Add(Text($"Picture: {image.WidthPx}×{image.HeightPx} px, {image.Bytes:N0} bytes, {where}"));
        }

        return string.Join('\n', lines.Select(OneLine));
    }

    /// <summary>Describes numbers that no chart was made of.</summary>
    /// <param name="report">What is known of them.</param>
    /// <returns>Lines, cleaned.</returns>
    public static IEnumerable<string> NumberLines(ChartReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var lines = new List<string>();
        AddOrigin(lines, report, "bars");
        AddNumbers(lines, report);
        lines.AddRange(report.Warnings.Select(warning => "Note: " + warning));
        return lines.Select(OneLine);
    }

    /// <summary>A number as people write it: at most eight significant digits, no exponent.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) return "unknown";
        double size = Math.Abs(value);
        int decimals = size == 0 ? 0 : Math.Clamp(7 - (int)Math.Floor(Math.Log10(size)), 0, 12);
        return Math.Round(value, decimals).ToString("#,##0.############", CultureInfo.InvariantCulture);
    }

    /// <summary>Text of strangers as one line: no control characters, not too long.</summary>
    /// <param name="text">The text.</param>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(Math.Min(text.Length, LongestLine));
        foreach (char letter in text)
        {
            if (line.Length == LongestLine)
            {
                line.Append('…');
                break;
            }

            line.Append(IsDirection(letter) || char.IsControl(letter) ? ' ' : letter);
        }

        return line.ToString();
    }

    // Marks that turn the direction of writing can make a text say something else than it does.
    private static bool IsDirection(char letter) =>
        letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u200e' or '\u200f';

    private static void AddOrigin(List<string> lines, ChartReport report, string what)
    {
        if (report.Source is { Sample: true } source)
        {
            // Sources of several feeds are joined by a plus.
            string which = source.Feed.Contains('+') ? "some of these bars" : "these bars";
            lines.Add($"SAMPLE DATA: {which} are made up and are no market's.");
        }

        lines.Add($"{report.Symbol}, {report.Interval} {what}{Source(report)}.");
    }

    private static void AddNumbers(List<string> lines, ChartReport report)
    {
        if (report.Bars is { } bars)
            lines.Add(Text($"{bars.Count} bars from {bars.First} to {bars.Last}{Gaps(bars.Gaps)}."));
        if (report.Last is { } last) lines.Add(Last(last, report.PriceDecimals));
        lines.AddRange((report.Compared ?? []).Select(Compared));
        lines.AddRange(report.Indicators.Select(Indicator));
    }

    private static void AddTile(List<string> lines, TileReport tile)
    {
        string name = $"{tile.Symbol} {tile.Interval}";
        if (tile.Chart is not { } chart)
        {
            lines.Add($"{name}: not drawn.");
            return;
        }

        string sample = chart.Source is { Sample: true } ? "sample data; " : "";
        string last = chart.Last is { } bar ? Last(bar, chart.PriceDecimals) : "";
        lines.Add($"{name}: {sample}{last} {string.Join(' ', chart.Indicators.Select(Indicator))}".TrimEnd());
    }

    private static string Source(ChartReport report)
    {
        if (report.Charts is not null) return "";
        if (report.Source is not { } source) return "; it gives the picture alone, without numbers";
        string delay = source.DelaySeconds is { } seconds and > 0 ? Text($", delayed by {seconds} s") : "";
        string adjusted = source.Adjusted is "none" or "unknown" ? "" : $", adjusted for {source.Adjusted}";
        return $" from {source.Venue} ({source.Feed}{delay}{adjusted})";
    }

    private static string Gaps(int gaps) => gaps == 0 ? "" : Text($", {gaps} missing in between");

    private static string Last(LastBarReport last, int? decimals)
    {
        string Price(double value) => decimals is { } count
            ? value.ToString("N" + count, CultureInfo.InvariantCulture)
            : Number(value);
        string volume = last.Volume is { } traded ? $", volume {Number(traded)}" : "";
        string change = last.Change is { } moved && last.ChangePercent is { } percent
            ? Text($"; change {(moved < 0 ? "" : "+")}{Price(moved)} ({percent:+0.00;-0.00;0.00} %)")
            : "";
        string open = last.Closed ? "" : "; the bar is not finished";
        return $"Last bar {last.Time}: open {Price(last.Open)}, high {Price(last.High)}, low {Price(last.Low)}, "
            + $"close {Price(last.Close)}{volume}{change}{open}.";
    }

    private static string Compared(ComparedReport compared)
    {
        string sample = compared.Source.Sample ? " (sample data)" : "";
        string name = $"Compared with {compared.Symbol}{sample}";
        if (compared.Last is not { } last) return $"{name}: no value at the bars shown.";
        string price = last.ToString("N" + compared.PriceDecimals, CultureInfo.InvariantCulture);
        string change = compared.ChangePercent is { } percent
            ? Text($", {percent:+0.00;-0.00;0.00} % since its first bar shown")
            : "";
        return $"{name}: {price}{change}.";
    }

    private static string Indicator(IndicatorReport indicator)
    {
        string inputs = string.Join(", ", indicator.Input.Select(
            input => $"{input.Key} {input.Value.Text(Number)}"));
        string plots = string.Join(", ", indicator.Plots.Select(
            plot => $"{plot.Key} {(plot.Value is { } value ? Number(value) : "none at this bar")}"));
        string name = inputs.Length == 0 ? indicator.Name : $"{indicator.Name} ({inputs})";
        return plots.Length == 0 ? $"{name}." : $"{name}: {plots}.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
