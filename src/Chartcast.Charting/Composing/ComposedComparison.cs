namespace Chartcast.Charting.Composing;

/// <summary>A compared symbol over the bars shown.</summary>
/// <param name="Symbol">As it was asked for.</param>
/// <param name="Base">Its first price that percentages can count from; <see cref="double.NaN"/> where there is
/// none.</param>
/// <param name="Last">Its newest price; <see cref="double.NaN"/> where it has no bar that opens with one of the
/// chart.</param>
/// <param name="ChangePercent">From <paramref name="Base"/> to <paramref name="Last"/>, as percent scales show it;
/// <see cref="double.NaN"/> where either is missing.</param>
public sealed record ComposedComparison(string Symbol, double Base, double Last, double ChangePercent);
