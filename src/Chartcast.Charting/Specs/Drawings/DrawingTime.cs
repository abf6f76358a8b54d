using System.Globalization;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>A date, or a moment as it was written: with its offset from UTC.</summary>
/// <remarks>Bars of a day and longer are dates without a zone; there the date as written counts, not that of
/// UTC.</remarks>
public readonly record struct DrawingTime
{
    private const string DateForm = "yyyy-MM-dd";

    private static readonly string[] MomentForms =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private DrawingTime(DateTimeOffset moment, bool isDate)
    {
        Moment = moment;
        IsDate = isDate;
    }

    /// <summary>The moment with its offset; of a date, its midnight UTC.</summary>
    public DateTimeOffset Moment { get; }

    /// <summary>Whether no time of day was given; the day then begins at midnight of the chart's zone.</summary>
    public bool IsDate { get; }

    /// <summary>The calendar date as written.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Moment.DateTime);

    /// <summary>A moment.</summary>
    public static DrawingTime At(DateTimeOffset moment) => new(moment, isDate: false);

    /// <summary>A date.</summary>
    public static DrawingTime On(DateOnly date) =>
        new(new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero), isDate: true);

    /// <summary>Reads an ISO 8601 date, or a date and time with <c>Z</c> or an offset.</summary>
    /// <param name="text">Such as <c>2025-06-01</c>, <c>2025-06-01T14:30:00Z</c> or
    /// <c>2025-06-01T09:30-05:00</c>.</param>
    /// <param name="time">The time, or the default when the text is none.</param>
    public static bool TryParse(string? text, out DrawingTime time)
    {
        time = default;
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, DateForm, culture, DateTimeStyles.None, out DateOnly date))
        {
            time = On(date);
            return true;
        }

        bool isMoment = DateTimeOffset.TryParseExact(
            text, MomentForms, culture, DateTimeStyles.None, out DateTimeOffset moment);
        if (!isMoment || !HasOffset(text)) return false;
        time = At(moment);
        return true;
    }

    /// <summary>The text that <see cref="TryParse"/> reads as the same time.</summary>
    public override string ToString() => IsDate
        ? Moment.ToString(DateForm, CultureInfo.InvariantCulture)
        : Moment.ToString(
            Moment.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
            CultureInfo.InvariantCulture);

    // Without an offset the base library would take this machine's zone.
    private static bool HasOffset(string? text)
    {
        if (text is null) return false;
        int clock = text.IndexOf('T');
        return clock >= 0 && text.AsSpan(clock).IndexOfAny('Z', '+', '-') >= 0;
    }
}
