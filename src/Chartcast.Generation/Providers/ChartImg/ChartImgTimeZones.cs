using Chartcast.Generation.Requests;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>The time zones Chart-IMG takes: its documented lists, and the default of v2.</summary>
internal static class ChartImgTimeZones
{
    /// <summary>Those of v2: IANA names in alphabetical order.</summary>
    public static readonly string[] Names =
    [
        "Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos", "America/Argentina/Buenos_Aires", "America/Bogota",
        "America/Caracas", "America/Chicago", "America/El_Salvador", "America/Juneau", "America/Lima",
        "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Phoenix", "America/Santiago",
        "America/Sao_Paulo", "America/Toronto", "America/Vancouver", "Asia/Almaty", "Asia/Ashkhabad", "Asia/Bahrain",
        "Asia/Bangkok", "Asia/Chongqing", "Asia/Dubai", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong", "Asia/Jakarta",
        "Asia/Jerusalem", "Asia/Karachi", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Kuwait", "Asia/Manila", "Asia/Muscat",
        "Asia/Qatar", "Asia/Riyadh", "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Taipei", "Asia/Tehran",
        "Asia/Tokyo", "Atlantic/Reykjavik", "Australia/ACT", "Australia/Adelaide", "Australia/Brisbane",
        "Australia/Perth", "Australia/Sydney", "Etc/UTC", "Europe/Amsterdam", "Europe/Athens", "Europe/Belgrade",
        "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels", "Europe/Bucharest", "Europe/Budapest",
        "Europe/Copenhagen", "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul", "Europe/Lisbon", "Europe/London",
        "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Moscow", "Europe/Oslo", "Europe/Paris",
        "Europe/Riga", "Europe/Rome", "Europe/Stockholm", "Europe/Tallinn", "Europe/Vilnius", "Europe/Warsaw",
        "Europe/Zurich", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Fakaofo", "Pacific/Honolulu",
        "Pacific/Norfolk", "US/Mountain",
    ];

    private static readonly string[] OfSecondVersionOnly =
    [
        "Asia/Karachi", "Asia/Kathmandu", "Asia/Manila", "Australia/ACT", "Europe/Bratislava", "Europe/Bucharest",
        "Europe/Budapest",
    ];

    /// <summary>Those of v1.</summary>
    public static readonly string[] OfFirstVersion = [.. Names.Except(OfSecondVersionOnly)];

    /// <summary>The name of a request's zone on a list; null when it is not there.</summary>
    public static string? Find(ChartRequest request, string[] names)
    {
        string zone = request.TimeZoneId == "UTC" ? "Etc/UTC" : request.TimeZoneId;
        return names.Contains(zone, StringComparer.Ordinal) ? zone : null;
    }

    /// <summary>What is wrong with a request's zone; null when it is on the list.</summary>
    public static FieldFault? Fault(ChartRequest request, string[] names)
    {
        if (Find(request, names) is not null) return null;
        string near = string.Join(" or ", NearestNames.Find(request.TimeZoneId, names, 3));
        return new FieldFault(
            "timezone", $"is not on its list: use {(near.Length > 0 ? near : "Etc/UTC")}, or use provider local.");
    }
}
