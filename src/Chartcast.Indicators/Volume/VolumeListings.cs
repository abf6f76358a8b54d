using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Volume;

/// <summary>The volume indicators, in the order they are listed in.</summary>
internal static class VolumeListings
{
    public static IndicatorListing[] Create() =>
    [
        VolumeColumns.VolumeListing.Create(),
    ];
}
