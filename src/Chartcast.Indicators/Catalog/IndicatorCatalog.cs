using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Chartcast.Indicators.Levels;
using Chartcast.Indicators.Momentum;
using Chartcast.Indicators.Trend;
using Chartcast.Indicators.Volatility;
using Chartcast.Indicators.Volume;

namespace Chartcast.Indicators.Catalog;

/// <summary>Every indicator there is.</summary>
/// <remarks>Names, input keys, ranges, defaults, plots and colours are those of Chart-IMG's v2 studies.</remarks>
public static class IndicatorCatalog
{
    private static readonly IndicatorFamily[] AllFamilies =
    [
        new("trend", TrendListings.Create()),
        new("levels", LevelsListings.Create()),
        new("momentum", MomentumListings.Create()),
        new("volatility", VolatilityListings.Create()),
        new("volume", VolumeListings.Create()),
    ];

    private static readonly IndicatorListing[] Listings =
        [.. AllFamilies.SelectMany(static family => family.Listings)];

    private static readonly FrozenDictionary<string, IndicatorListing> ByName =
        Listings.ToFrozenDictionary(listing => listing.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, IndicatorListing> ByAlias = Listings
        .SelectMany(listing => listing.Aliases, (listing, alias) => KeyValuePair.Create(alias, listing))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The families, each with its listings.</summary>
    public static IReadOnlyList<IndicatorFamily> Families => AllFamilies;

    /// <summary>All listings, family by family.</summary>
    public static IReadOnlyList<IndicatorListing> All => Listings;

    /// <summary>Finds a listing by its exact name, where case matters, or by an alias, where it does not.</summary>
    /// <param name="nameOrAlias">Such as <c>Relative Strength Index</c> or <c>rsi</c>.</param>
    /// <param name="listing">The listing.</param>
    public static bool TryFind(string? nameOrAlias, [NotNullWhen(true)] out IndicatorListing? listing)
    {
        listing = null;
        return nameOrAlias is not null
            && (ByName.TryGetValue(nameOrAlias, out listing) || ByAlias.TryGetValue(nameOrAlias, out listing));
    }

    /// <summary>The names or aliases that somebody may have meant: the nearest of each indicator.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="count">How many to give at most.</param>
    /// <returns>Best first; all indicators' first aliases when nothing is near.</returns>
    public static IReadOnlyList<string> Nearest(string? text, int count)
    {
        var near = new List<(int Distance, string Name)>();
        foreach (IndicatorListing listing in Listings)
        {
            (int Distance, string Name) best = (int.MaxValue, "");
            foreach (string name in listing.Aliases.Prepend(listing.Name))
            {
                if (NearestNames.TryMeasure(text, name, out int distance) && distance < best.Distance)
                    best = (distance, name);
            }

            if (best.Distance < int.MaxValue) near.Add(best);
        }

        IEnumerable<string> names = near.Count > 0
            ? near.OrderBy(pair => pair.Distance).Select(pair => pair.Name)
            : Listings.Select(listing => listing.Aliases[0]);
        return [.. names.Take(Math.Max(count, 0))];
    }
}
