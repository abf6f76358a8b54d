using System.Globalization;
using System.Text.Json;
using Chartcast.Charting.Specs;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Generation.Requests;

/// <summary>Reads <c>range</c>: a name such as <c>3M</c> or <c>YTD</c>, or an object with <c>from</c> and
/// <c>to</c>.</summary>
internal static class RangeArgument
{
    private const string FromMember = "from";
    private const string ToMember = "to";
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    private static readonly string[] Members = [FromMember, ToMember];

    private static readonly string[] MomentFormats =
    [
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The name or the bounds; all null when absent or, with a fault, when wrong.</summary>
    public static (string? Name, DateTimeOffset? From, DateTimeOffset? To) Read(ArgumentReader reader)
    {
        if (!reader.TryGet(ChartArguments.Range, out JsonElement range)) return default;
        switch (range.ValueKind)
        {
            case JsonValueKind.String:
                string name = range.GetString() ?? "";
                if (ChartRange.IsName(name)) return (name, null, null);
                reader.Faults.Add(SpecFault.WithNearest(
                    ChartArguments.Range,
                    $"{ShownText.Of(name)} is none of {string.Join(' ', ChartRange.Names)}; "
                        + "or give an object with from and to.",
                    NearestNames.Find(name, ChartRange.Names, 3)));
                return default;
            case JsonValueKind.Object:
                return ReadBounds(reader, range);
            default:
                reader.Add(
                    ChartArguments.Range,
                    $"must be a name such as 3M or an object with from and to, not {ShownText.Of(range)}.");
                return default;
        }
    }

    private static (string? Name, DateTimeOffset? From, DateTimeOffset? To) ReadBounds(
        ArgumentReader reader, JsonElement range)
    {
        DateTimeOffset? from = null;
        DateTimeOffset? to = null;
        foreach (JsonProperty member in range.EnumerateObject())
        {
            string field = $"{ChartArguments.Range}.{ShownText.AsPathPart(member.Name)}";
            if (member.Name == FromMember) from = ReadMoment(reader, member.Value, field, isEnd: false);
            else if (member.Name == ToMember) to = ReadMoment(reader, member.Value, field, isEnd: true);
            else
            {
                reader.Faults.Add(SpecFault.UnknownKey(
                    field, "is not known; a range has from and to.", NearestNames.Find(member.Name, Members, 3)));
            }
        }

        if (range.GetPropertyCount() == 0) reader.Add(ChartArguments.Range, "has neither from nor to.");
        if (from > to) reader.Add($"{ChartArguments.Range}.{ToMember}", "is before from.");
        return (null, from, to);
    }

    private static DateTimeOffset? ReadMoment(ArgumentReader reader, JsonElement value, string field, bool isEnd)
    {
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        DateTimeOffset? moment = Parse(text, isEnd);
        if (moment is null)
        {
            reader.Add(
                field,
                "must be a date or a time with its offset, such as 2025-06-01 or 2025-06-01T14:30:00Z, "
                    + $"not {ShownText.Of(value)}.");
        }
        else if (moment.Value.UtcDateTime.Year is < FirstYear or > LastYear)
        {
            reader.Add(field, $"must lie in the years {FirstYear} to {LastYear}.");
            return null;
        }

        return moment;
    }

    // A date alone is the whole day in UTC. A time without offset could be anybody's, so it is refused.
    private static DateTimeOffset? Parse(string? text, bool isEnd)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out DateOnly date))
        {
            var start = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return isEnd && date.Year <= LastYear ? start.AddDays(1).AddMilliseconds(-1) : start;
        }

        bool hasOffset = text is { Length: > 16 } && (text[^1] == 'Z' || text[^6] is '+' or '-');
        bool isMoment = DateTimeOffset.TryParseExact(
            text, MomentFormats, culture, DateTimeStyles.None, out DateTimeOffset moment);
        return hasOffset && isMoment ? moment : null;
    }
}
