using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs.Drawings;

/// <summary>Every drawing there is.</summary>
/// <remarks>Names, keys, ranges and defaults are those of Chart-IMG's v2 drawings; Marker, Zone and Note are our
/// own.</remarks>
public static class DrawingCatalog
{
    /// <summary>Most drawings of one chart.</summary>
    public const int MaximumCount = 1_000;

    private static readonly DrawingListing[] Listings =
    [
        .. LineListings.Create(),
        .. PositionListings.Create(),
        .. RangeListings.Create(),
        .. ArrowListings.Create(),
        .. TextListings.Create(),
    ];

    private static readonly FrozenDictionary<string, DrawingListing> ByName =
        Listings.ToFrozenDictionary(listing => listing.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DrawingListing> ByAlias = Listings
        .SelectMany(listing => listing.Aliases, (listing, alias) => KeyValuePair.Create(alias, listing))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All listings, by family.</summary>
    public static IReadOnlyList<DrawingListing> All => Listings;

    /// <summary>Finds a listing by its exact name, where case matters, or by an alias, where it does not.</summary>
    /// <param name="nameOrAlias">Such as <c>Trend Line</c> or <c>trend_line</c>.</param>
    /// <param name="listing">The listing.</param>
    public static bool TryFind(string? nameOrAlias, [NotNullWhen(true)] out DrawingListing? listing)
    {
        listing = null;
        return nameOrAlias is not null
            && (ByName.TryGetValue(nameOrAlias, out listing) || ByAlias.TryGetValue(nameOrAlias, out listing));
    }

    /// <summary>The names or aliases that somebody may have meant, best first; none when nothing is near.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="count">How many to give at most.</param>
    public static IReadOnlyList<string> Nearest(string? text, int count) => NearestNames.Find(
        text, Listings.SelectMany(listing => listing.Aliases.Prepend(listing.Name)), count);
}
