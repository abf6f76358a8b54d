using Chartcast.Charting.Specs;
using Chartcast.Drawing.Painting;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Charting.Models;

/// <summary>How a volume profile is drawn, overrides applied.</summary>
/// <param name="Outside">Rows outside the value area.</param>
/// <param name="ValueArea">Rows of the value area.</param>
/// <param name="Control">The line at the row of most volume.</param>
internal sealed record ProfileStyle(ProfileRowStyle Outside, ProfileRowStyle ValueArea, LevelStyle Control)
{
    private static readonly StyleKey[] Keys = [.. ProfileKeys.All];

    /// <summary>What the catalogue says, then what the specification overrides.</summary>
    public static ProfileStyle Of(IReadOnlyDictionary<string, StudyStyleValue> overrides)
    {
        return new ProfileStyle(
            Rows(ProfileKeys.OutsideRows),
            Rows(ProfileKeys.ValueAreaRows),
            new LevelStyle(
                ProfileKeys.ControlLine, double.NaN,
                Find(ProfileKeys.ControlLine, "color").Color!.Value,
                Find(ProfileKeys.ControlLine, "width").Number!.Value,
                OverriddenStyles.DashOf(Find(ProfileKeys.ControlLine, "style").Number!.Value),
                Find(ProfileKeys.ControlLine, "visible").Switch!.Value));

        ProfileRowStyle Rows(string owner) => new(
            Find(owner, "direction").Word == ProfileKeys.RightToLeft,
            Find(owner, "percentWidth").Number!.Value / 100,
            Find(owner, "colors.0").Color!.Value,
            Find(owner, "colors.1").Color!.Value);

        StudyStyleValue Find(string owner, string attribute)
        {
            string name = $"{owner}.{attribute}";
            return overrides.TryGetValue(name, out StudyStyleValue value)
                ? value
                : Array.Find(Keys, key => key.Name == name)!.Default;
        }
    }
}

/// <summary>How some rows of a volume profile are drawn.</summary>
/// <param name="GrowsLeft">Whether they grow from the right edge to the left.</param>
/// <param name="WidthShare">Which part of the pane's width the longest row takes; more than 1 is cut.</param>
/// <param name="Up">Volume of rising bars, or all of it.</param>
/// <param name="Down">Volume of falling bars.</param>
internal readonly record struct ProfileRowStyle(bool GrowsLeft, double WidthShare, Rgba Up, Rgba Down);

/// <summary>A volume profile and how it is drawn.</summary>
internal sealed record StudyProfile(VolumeProfile Volumes, ProfileStyle Style);
