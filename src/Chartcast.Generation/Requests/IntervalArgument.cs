using System.Globalization;
using System.Text.RegularExpressions;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests;

/// <summary>Reads <c>interval</c>; for other people's spellings it names ours instead of guessing.</summary>
internal static partial class IntervalArgument
{
    private const int LongestText = 16;

    /// <summary>The interval; one day when absent or, with a fault, when the text is none.</summary>
    public static BarInterval Read(ArgumentReader reader)
    {
        string? text = reader.Text(ChartArguments.Interval);
        if (text is null) return default;
        if (BarInterval.TryParse(text, out BarInterval interval)) return interval;
        reader.Faults.Add(SpecFault.WithNearest(
            ChartArguments.Interval,
            $"{ShownText.Of(text)} is none of {string.Join(' ', BarInterval.AllNames)}; "
            + "case matters (1m is a minute, 1M a month).",
            Meant(text)));
        return default;
    }

    /// <summary>The names somebody may have meant, best first.</summary>
    internal static IReadOnlyList<string> Meant(string text)
    {
        if (text.Length > LongestText) return [];
        Match match = Spelling().Match(text.Trim());
        if (match.Success && ToName(match) is { } name && BarInterval.TryParse(name, out _)) return [name];
        return NearestNames.Find(text, BarInterval.AllNames, 3);
    }

    private static string? ToName(Match match)
    {
        string digits = match.Groups["count"].Value;
        int count = digits.Length == 0 ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);
        string unit = match.Groups["unit"].Value;
        return unit.ToLowerInvariant() switch
        {
            "" => digits.Length == 0 ? null : FromMinutes(count),
            "m" when unit == "M" => Join(count, "M"),
            "m" or "min" or "mins" or "minute" or "minutes" => FromMinutes(count),
            "h" or "hr" or "hour" or "hours" => FromMinutes(count * 60),
            "d" or "day" or "days" => Join(count, "D"),
            "w" or "wk" or "week" or "weeks" => Join(count, "W"),
            "mo" or "mon" or "month" or "months" => count == 12 ? "1Y" : Join(count, "M"),
            "y" or "yr" or "year" or "years" => Join(count, "Y"),
            _ => null,
        };
    }

    private static string FromMinutes(int minutes) => minutes switch
    {
        1440 => "1D",
        _ when minutes >= 60 && minutes % 60 == 0 => Join(minutes / 60, "h"),
        _ => Join(minutes, "m"),
    };

    private static string Join(int count, string unit) => count.ToString(CultureInfo.InvariantCulture) + unit;

    [GeneratedRegex(@"\A(?<count>[0-9]{0,4})[ _-]?(?<unit>[A-Za-z]{0,7})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Spelling();
}
