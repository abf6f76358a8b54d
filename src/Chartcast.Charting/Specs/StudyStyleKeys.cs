using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Specs;

/// <summary>The style keys of indicators: what <c>override</c> takes in the exact form.</summary>
public static class StudyStyleKeys
{
    /// <summary>The keys of one indicator, such as <c>Plot.color</c>, in the order of its plots, levels and
    /// bands.</summary>
    /// <param name="listing">The indicator.</param>
    public static IReadOnlyList<string> Of(IndicatorListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        return [.. StyleKey.AllOf(listing).Select(static key => key.Name)];
    }
}
