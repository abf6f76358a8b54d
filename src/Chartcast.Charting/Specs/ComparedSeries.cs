using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Specs;

/// <summary>Another symbol: drawn as a line on the price pane, or read by a study.</summary>
/// <param name="Symbol">Its symbol, such as <c>NASDAQ:MSFT</c>.</param>
/// <param name="Bars">Its bars at the chart's interval; only those that open with a bar of the chart count. Bars it
/// does not have are bridged by the line.</param>
/// <param name="PriceDecimals">Decimals of its prices, 0–12; default 2.</param>
public sealed record ComparedSeries(string Symbol, BarSeries Bars, int PriceDecimals = 2)
{
    /// <summary>Finds the bars that a study reads besides the chart's.</summary>
    /// <param name="series">The bars of other symbols.</param>
    /// <param name="study">The study.</param>
    /// <returns>Null when it reads none, or they are not among them.</returns>
    public static ComparedSeries? For(IReadOnlyList<ComparedSeries> series, StudySpec study)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(study);
        if (series.Count == 0 || study.Symbol is not { } symbol) return null;
        foreach (ComparedSeries one in series)
        {
            if (one.Symbol == symbol) return one;
        }

        return null;
    }
}
