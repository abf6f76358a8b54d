namespace Chartcast.Indicators.Trend.SeveralAverages;

/// <summary>Several averages of the same price in one study.</summary>
internal sealed record SeveralAveragesForm
{
    /// <summary>The exact name, then the aliases.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required string ShortTitle { get; init; }

    public required string Description { get; init; }

    /// <summary>One per average.</summary>
    public required IReadOnlyList<AverageForm> Averages { get; init; }

    /// <summary>Whether the price can be chosen; else it is the close.</summary>
    public bool HasSource { get; init; }

    /// <summary>How the lines average; null lets the user choose.</summary>
    public Smoothing.SmoothingKind? Kind { get; init; }
}

/// <summary>One of several averages.</summary>
/// <param name="Key">Key of its length.</param>
/// <param name="Word">What it is called, such as <c>first</c> or <c>fast 3</c>.</param>
/// <param name="Length">Its default length in bars.</param>
/// <param name="PlotKey">Key of its plot.</param>
/// <param name="Color">Its default colour.</param>
/// <param name="FriendlyKeys">Other keys of its length.</param>
internal sealed record AverageForm(
    string Key, string Word, int Length, string PlotKey, string Color, params string[] FriendlyKeys);
