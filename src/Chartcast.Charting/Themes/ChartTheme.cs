using Chartcast.Drawing.Painting;

namespace Chartcast.Charting.Themes;

/// <summary>The colours of a chart.</summary>
internal sealed record ChartTheme
{
    public required string Name { get; init; }

    /// <summary>Whether green and red of studies would be no difference to the eyes it is made for.</summary>
    public bool IsForColorBlind { get; init; }

    public required Rgba Background { get; init; }

    /// <summary>Legend and bold axis labels.</summary>
    public required Rgba Text { get; init; }

    /// <summary>Plain axis labels.</summary>
    public required Rgba AxisText { get; init; }

    /// <summary>What should be readable, but not be read first.</summary>
    public required Rgba FaintText { get; init; }

    public required Rgba Grid { get; init; }

    public required Rgba AxisBorder { get; init; }

    public required Rgba Separator { get; init; }

    public required Rgba Up { get; init; }

    public required Rgba Down { get; init; }

    public required Rgba VolumeUp { get; init; }

    public required Rgba VolumeDown { get; init; }

    public required Rgba Line { get; init; }

    /// <summary>The level a series is compared with.</summary>
    public required Rgba BaseLevel { get; init; }

    public required Rgba AreaTop { get; init; }

    public required Rgba AreaBottom { get; init; }

    public required Rgba Watermark { get; init; }

    public required Rgba SampleBox { get; init; }

    public required Rgba SampleText { get; init; }
}
