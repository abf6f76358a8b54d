namespace Chartcast.Generation.Requests;

/// <summary>One chart of a sheet.</summary>
/// <param name="Symbol">What it shows.</param>
/// <param name="Interval">How long its bars last.</param>
/// <param name="LeftPx">Its left edge in picture pixels.</param>
/// <param name="TopPx">Its top edge in picture pixels.</param>
/// <param name="WidthPx">Its width in picture pixels.</param>
/// <param name="HeightPx">Its height in picture pixels.</param>
/// <param name="Chart">Its numbers, axes counted from its own top left corner; null when it was not drawn.</param>
/// <param name="Error">Why it was not drawn; null when it was.</param>
public sealed record TileReport(
    string Symbol, string Interval, int LeftPx, int TopPx, int WidthPx, int HeightPx, ChartReport? Chart,
    TileError? Error);

/// <summary>Why one chart of a sheet is missing.</summary>
/// <param name="Code">The kind of failure, such as <c>unknown_symbol</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Suggestions">The nearest names of what was asked.</param>
public sealed record TileError(string Code, string Message, IReadOnlyList<string> Suggestions);
