using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Chartcast.Indicators.Bars;

/// <summary>What a <see cref="BarInterval"/> counts.</summary>
public enum BarUnit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Calendar days.</summary>
    Day,

    /// <summary>Weeks that begin on Monday.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,
}

/// <summary>How long a bar lasts: one of the 22 intervals charts are offered in.</summary>
/// <remarks>
/// Case matters: <c>1m</c> is a minute, <c>1M</c> a month. The default value is one day. An interval cannot be invalid.
/// </remarks>
public readonly record struct BarInterval
{
    private const int MinutesPerHour = 60;

    private static readonly string[] Names =
    [
        "1m", "2m", "3m", "5m", "15m", "30m", "45m", "1h", "2h", "3h", "4h", "6h", "8h", "12h",
        "1D", "2D", "3D", "1W", "1M", "3M", "6M", "1Y",
    ];

    private static readonly FrozenDictionary<string, BarInterval> ByName =
        Names.ToFrozenDictionary(name => name, Decode, StringComparer.Ordinal);

    private readonly int _unitPlusOne;
    private readonly int _count;

    private BarInterval(BarUnit unit, int count)
    {
        _unitPlusOne = (int)unit + 1;
        _count = count;
    }

    /// <summary>One calendar day; the default.</summary>
    public static BarInterval Day => default;

    /// <summary>All intervals, shortest first.</summary>
    public static IReadOnlyList<string> AllNames => Names;

    /// <summary>What <see cref="Count"/> counts.</summary>
    public BarUnit Unit => _unitPlusOne == 0 ? BarUnit.Day : (BarUnit)(_unitPlusOne - 1);

    /// <summary>How many of <see cref="Unit"/>; 1 to 720 for minutes.</summary>
    public int Count => _unitPlusOne == 0 ? 1 : _count;

    /// <summary>Whether the interval is shorter than a day, so that its bars carry a time of day.</summary>
    public bool IsIntraday => Unit == BarUnit.Minute;

    /// <summary>The usual length in milliseconds; exact for intraday, days and weeks, 30.4375-day months
    /// otherwise.</summary>
    public long NominalMs => Unit switch
    {
        BarUnit.Minute => Count * 60_000L,
        BarUnit.Day => Count * 86_400_000L,
        BarUnit.Week => Count * 7 * 86_400_000L,
        _ => Count * 2_629_800_000L,
    };

    /// <summary>Reads an interval name such as <c>15m</c>, <c>4h</c>, <c>1D</c>, <c>1W</c> or <c>1M</c>.</summary>
    /// <param name="text">The name; case matters.</param>
    /// <param name="interval">The interval, or one day when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out BarInterval interval)
    {
        if (text is not null && ByName.TryGetValue(text, out interval)) return true;
        interval = default;
        return false;
    }

    /// <summary>Reads an interval name.</summary>
    /// <exception cref="FormatException">The text is none of <see cref="AllNames"/>.</exception>
    public static BarInterval Parse(string text) =>
        TryParse(text, out BarInterval interval)
            ? interval
            : throw new FormatException($"'{text}' is none of {string.Join(' ', Names)}.");

    /// <summary>The canonical name, such as <c>4h</c> or <c>1D</c>.</summary>
    public override string ToString() => Unit switch
    {
        BarUnit.Minute when Count % MinutesPerHour == 0 => $"{Count / MinutesPerHour}h",
        BarUnit.Minute => $"{Count}m",
        BarUnit.Day => $"{Count}D",
        BarUnit.Week => $"{Count}W",
        _ when Count == 12 => "1Y",
        _ => $"{Count}M",
    };

    private static BarInterval Decode(string name)
    {
        int count = int.Parse(name.AsSpan(0, name.Length - 1), System.Globalization.CultureInfo.InvariantCulture);
        return name[^1] switch
        {
            'm' => new BarInterval(BarUnit.Minute, count),
            'h' => new BarInterval(BarUnit.Minute, count * MinutesPerHour),
            // One day is the default value, and must compare equal to it.
            'D' when count == 1 => default,
            'D' => new BarInterval(BarUnit.Day, count),
            'W' => new BarInterval(BarUnit.Week, count),
            'M' => new BarInterval(BarUnit.Month, count),
            _ => new BarInterval(BarUnit.Month, count * 12),
        };
    }
}
