using Chartcast.Charting.Specs;
using Chartcast.Generation.Requests;
using Chartcast.Indicators.Bars;

namespace Chartcast.Generation.Providers;

/// <summary>What a provider made.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Report">The numbers.</param>
/// <param name="Bars">The bars the picture was drawn from; null when the provider gives only the picture.</param>
public sealed record ChartProduct(ChartImage Image, ChartReport Report, ChartBars? Bars);

/// <summary>The bars behind a picture, enough to draw it again in another format with the same values.</summary>
/// <param name="Series">All bars used, warm-up of indicators included.</param>
/// <param name="FirstVisible">Index of the first bar shown, 0–<see cref="BarSeries.Count"/>.</param>
/// <param name="PriceDecimals">Decimals of the symbol's prices, 0–12.</param>
/// <param name="Source">Where they came from.</param>
/// <param name="Description">The symbol's name as the feed gives it; untrusted text; null when unknown.</param>
public sealed record ChartBars(
    BarSeries Series, int FirstVisible, int PriceDecimals, SourceReport Source, string? Description = null)
{
    /// <summary>The bars of other symbols that are compared; empty for none.</summary>
    public IReadOnlyList<ComparedSeries> Compared { get; init; } = [];

    /// <summary>The bars of the symbols that studies read besides, each once; empty for none.</summary>
    public IReadOnlyList<ComparedSeries> StudySeries { get; init; } = [];
}
