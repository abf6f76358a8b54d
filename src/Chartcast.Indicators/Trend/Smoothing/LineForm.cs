using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>An overlay that is one line computed from one price.</summary>
internal sealed record LineForm
{
    /// <summary>The input that is not there.</summary>
    public const int None = -1;

    /// <summary>The exact name, then the aliases.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required string ShortTitle { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<IndicatorParameter> Parameters { get; init; }

    public required string Color { get; init; }

    public string PlotKey { get; init; } = "Plot";

    /// <summary>Which parameter chooses the price; the close when none does.</summary>
    public int Source { get; init; } = None;

    /// <summary>Which parameter shifts the plot to the right.</summary>
    public int Offset { get; init; } = None;

    /// <summary>Begins the computation: takes a price, gives the line.</summary>
    public required Func<IndicatorContext, Func<double, double>> Start { get; init; }

    /// <summary>As <see cref="IndicatorListing.WarmUpBars"/>, the shift aside.</summary>
    public required Func<IReadOnlyList<double>, int> WarmUpBars { get; init; }

    /// <summary>As <see cref="IndicatorListing.RemembersStart"/>.</summary>
    public bool RemembersStart { get; init; }
}
