using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Providers.Local;

/// <summary>The numbers of a chart without its picture.</summary>
/// <param name="Report">What is known of it; no axes.</param>
/// <param name="Table">A row a bar.</param>
/// <param name="TextTable">The shape of prices and plots as sparklines, a line each.</param>
public sealed record ChartNumbers(ChartReport Report, ChartTable Table, string TextTable);
