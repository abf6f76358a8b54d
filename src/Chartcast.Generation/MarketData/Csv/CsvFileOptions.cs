namespace Chartcast.Generation.MarketData.Csv;

/// <summary>What <c>symbols.json</c> says of a file, where the file itself cannot.</summary>
/// <param name="Zone">Zone of its local times and of the market; null when not said.</param>
/// <param name="DayOrder">How dates such as <c>1/2/2026</c> are meant.</param>
/// <param name="Ticker">The only symbol to take from a file that holds several.</param>
/// <param name="Session">Open and close in milliseconds since local midnight; null to read it off the bars.</param>
/// <param name="Adjusted">How prices are adjusted; null when not said.</param>
/// <param name="AssumedZone">Zone of its local times when nothing else tells it; null for UTC.</param>
internal sealed record CsvFileOptions(
    TimeZoneInfo? Zone = null,
    DayOrder DayOrder = DayOrder.Unknown,
    string? Ticker = null,
    (long OpenMs, long CloseMs)? Session = null,
    string? Adjusted = null,
    TimeZoneInfo? AssumedZone = null);
