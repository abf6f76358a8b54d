namespace Chartcast.Generation.Requests.Sheets;

/// <summary>What makes a request one for a sheet: several charts in one picture.</summary>
/// <param name="Charts">The charts, row by row, 1–16, each as large as its place; all with the sheet's theme and pixel
/// ratio.</param>
/// <param name="Columns">Charts side by side.</param>
/// <param name="Title">What stands at the top left; untrusted text.</param>
/// <param name="ArgumentsJson">The sheet's arguments as canonical JSON: what the store keeps of it.</param>
public sealed record ChartSheet(
    IReadOnlyList<ChartRequest> Charts, int Columns, string Title, string ArgumentsJson);
