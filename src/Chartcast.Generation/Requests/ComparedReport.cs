namespace Chartcast.Generation.Requests;

/// <summary>A symbol that a chart compares, over the bars shown.</summary>
/// <param name="Symbol">As asked for.</param>
/// <param name="Source">Where its bars came from.</param>
/// <param name="Last">Its newest price at a bar shown; null when it has none.</param>
/// <param name="ChangePercent">The change since its first price shown, as the percent scale draws it; null when it has
/// none.</param>
/// <param name="PriceDecimals">Decimals its prices are shown with.</param>
public sealed record ComparedReport(
    string Symbol, SourceReport Source, double? Last, double? ChangePercent, int PriceDecimals);
