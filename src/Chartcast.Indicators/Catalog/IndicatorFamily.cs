namespace Chartcast.Indicators.Catalog;

/// <summary>Indicators that measure the same kind of thing.</summary>
/// <param name="Name">One lower-case word, such as <c>momentum</c>.</param>
/// <param name="Listings">Its indicators, in the order they are listed in.</param>
public sealed record IndicatorFamily(string Name, IReadOnlyList<IndicatorListing> Listings);
