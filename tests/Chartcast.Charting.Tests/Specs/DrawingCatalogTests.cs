using Chartcast.Charting.Specs.Drawings;

namespace Chartcast.Charting.Tests.Specs;

public sealed class DrawingCatalogTests
{
    public static TheoryData<string> Names() => [.. DrawingCatalog.All.Select(listing => listing.Name)];

    [Fact]
    public void All_HoldsTheFifteenOfChartImgAndThreeOfOurOwn()
    {
        Assert.Equal(15, DrawingCatalog.All.Count(listing => listing.IsOfChartImg));
        Assert.Equal(
            ["Marker", "Note", "Zone"],
            DrawingCatalog.All.Where(listing => !listing.IsOfChartImg).Select(listing => listing.Name).Order());
    }

    [Fact]
    public void NamesAndAliases_AreUnique()
    {
        string[] all = [.. DrawingCatalog.All.SelectMany(listing => listing.Aliases)];
        Assert.Equal(all.Length, all.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Listing_SaysWhatItIsAndHasRightDefaults(string name)
    {
        Assert.True(DrawingCatalog.TryFind(name, out DrawingListing? listing));
        Assert.EndsWith(".", listing.Description, StringComparison.Ordinal);
        Assert.NotEmpty(listing.Aliases);
        Assert.All(listing.Overrides, key => Assert.True(
            key.Default is { } value && key.Accepts(value), $"{name}.{key.Name} has a default it does not take."));
        Assert.All(listing.ColorKeys, one => Assert.True(listing.TryFindOverride(one.Key, out _), one.Key));
        string[] spellings =
        [
            .. listing.Inputs.Concat(listing.Overrides)
                .SelectMany(key => key.FriendlyNames.Concat(key.ExactAliases).Append(key.Name)),
        ];
        Assert.Equal(spellings.Length, spellings.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
