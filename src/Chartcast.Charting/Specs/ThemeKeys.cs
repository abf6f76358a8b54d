namespace Chartcast.Charting.Specs;

/// <summary>The colours of a chart itself that can be given; see <see cref="ChartSpec.ThemeOverrides"/>.</summary>
public static class ThemeKeys
{
    /// <summary>Beneath everything; opaque.</summary>
    public const string Background = "background";

    /// <summary>Legends, axis labels and watermarks.</summary>
    public const string Text = "text";

    /// <summary>Axis labels alone.</summary>
    public const string AxisText = "axisText";

    /// <summary>Grid lines.</summary>
    public const string Grid = "grid";

    /// <summary>Borders of the axes and lines between panes.</summary>
    public const string Axis = "axis";

    /// <summary>What rises: bars, their volume, their values in the legend.</summary>
    public const string Up = "up";

    /// <summary>What falls.</summary>
    public const string Down = "down";

    /// <summary>Volume of rising bars alone.</summary>
    public const string VolumeUp = "volumeUp";

    /// <summary>Volume of falling bars alone.</summary>
    public const string VolumeDown = "volumeDown";

    /// <summary>Lines and areas of the main series.</summary>
    public const string Line = "line";

    /// <summary>All keys.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Background, Text, AxisText, Grid, Axis, Up, Down, VolumeUp, VolumeDown, Line];
}
