using Chartcast.Charting.Composing;

namespace Chartcast.Charting.Sheets;

/// <summary>Everything that decides what a sheet of several charts looks like, except for the charts.</summary>
public sealed record SheetSpec
{
    /// <summary>How many charts a sheet holds at most.</summary>
    public const int MaximumTiles = 16;

    /// <summary>Width of the whole picture in logical pixels, 100–4096.</summary>
    public required int WidthPx { get; init; }

    /// <summary>Height of the whole picture in logical pixels, 100–4096.</summary>
    public required int HeightPx { get; init; }

    /// <summary>Device pixels per logical pixel, 1–4; that of every chart.</summary>
    public int PixelRatio { get; init; } = 1;

    /// <summary>One of <see cref="Specs.ChartThemes.Names"/>; that of every chart.</summary>
    public string Theme { get; init; } = "light";

    /// <summary>Charts side by side, 1–<see cref="MaximumTiles"/>.</summary>
    public required int Columns { get; init; }

    /// <summary>What stands at the top left; untrusted text.</summary>
    public required string Title { get; init; }
}

/// <summary>One place of a sheet.</summary>
/// <param name="Title">What should be here, such as <c>NASDAQ:AAPL 1D</c>; untrusted text.</param>
/// <param name="Chart">The chart, exactly as large as its place; null when there is none.</param>
/// <param name="Failure">Why there is none: one sentence, untrusted text; null with a chart.</param>
public sealed record SheetTile(string Title, ComposedChart? Chart, string? Failure);
