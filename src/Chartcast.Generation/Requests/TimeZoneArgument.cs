using Chartcast.Charting.Specs;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests;

/// <summary>Reads <c>timezone</c>: the IANA name of a zone that this machine knows.</summary>
internal static class TimeZoneArgument
{
    private const int LongestName = 64;

    /// <summary>The zone's name; null when absent or, with a fault, when there is no such zone.</summary>
    public static string? Read(ArgumentReader reader)
    {
        string? text = reader.Text(ChartArguments.TimeZone);
        if (text is null || IsZone(text)) return text;
        reader.Faults.Add(SpecFault.WithNearest(
            ChartArguments.TimeZone,
            $"{ShownText.Of(text)} is no time zone: write an IANA name such as America/New_York, Europe/Berlin or "
            + "Etc/UTC.",
            NearestNames.Find(text, ChartImgTimeZones.Names, 3)));
        return null;
    }

    /// <summary>Whether a text is exactly the name of a zone.</summary>
    internal static bool IsZone(string text) =>
        // The names are file names to the runtime, so nothing that could leave their folder gets there.
        text.Length is > 0 and <= LongestName
        && char.IsAsciiLetterUpper(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '+' or '-' or '/')
        && !text.Contains("//", StringComparison.Ordinal)
        && TimeZoneInfo.TryFindSystemTimeZoneById(text, out TimeZoneInfo? zone)
        // The runtime finds names it has seen in any case; here case matters always.
        && zone.Id == text
        && zone.HasIanaId;
}
