using System.Collections.Frozen;

namespace Chartcast.Charting.Specs;

/// <summary>What an <c>override</c> object of a chart changes; see <see cref="ChartOverridesReader"/>.</summary>
/// <param name="Display">What is shown.</param>
/// <param name="Scale">How values are mapped to rows; its mode is given elsewhere (<c>scale</c>) and is null
/// here.</param>
/// <param name="Series">How the main series looks, as <see cref="ChartSpec.SeriesOverrides"/>.</param>
public sealed record ChartOverrides(
    DisplayOptions Display, ScaleOptions Scale, IReadOnlyDictionary<string, StudyStyleValue> Series)
{
    /// <summary>Nothing changed.</summary>
    public static ChartOverrides None { get; } = new(
        DisplayOptions.Default, ScaleOptions.Default, FrozenDictionary<string, StudyStyleValue>.Empty);
}
