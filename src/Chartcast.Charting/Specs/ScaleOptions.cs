namespace Chartcast.Charting.Specs;

/// <summary>How values are mapped to rows.</summary>
public sealed record ScaleOptions
{
    /// <summary>Prices as they are, upwards, fitted to what is shown.</summary>
    public static readonly ScaleOptions Default = new();

    /// <summary>What the price axis is divided into; default null, which is regular, or percent when other symbols are
    /// compared.</summary>
    public ScaleMode? Mode { get; init; }

    /// <summary>Whether the price pane is upside down, low prices at the top; default false.</summary>
    public bool IsInverted { get; init; }

    /// <summary>The same for the panes of studies; default false.</summary>
    public bool AreStudiesInverted { get; init; }

    /// <summary>The prices shown; default null, which fits the visible bars with a margin.</summary>
    public PriceRangeSpec? PriceRange { get; init; }
}
