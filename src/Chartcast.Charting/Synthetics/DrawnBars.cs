using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>The bars a chart draws, and computes its studies on: those of the market, or bars that its style makes of
/// them.</summary>
public readonly record struct DrawnBars
{
    internal DrawnBars(BarSeries bars, int firstVisible, string? note = null)
    {
        Bars = bars;
        FirstVisible = firstVisible;
        Note = note;
    }

    /// <summary>The bars; at least one when there was one.</summary>
    public BarSeries Bars { get; }

    /// <summary>Index of the first one shown.</summary>
    public int FirstVisible { get; }

    /// <summary>What the legend says about how they were made, such as <c>Heikin-Ashi</c>; null for the market's
    /// own.</summary>
    public string? Note { get; }

    /// <summary>Makes the bars of a style.</summary>
    /// <param name="style">The style.</param>
    /// <param name="bars">The market's bars, oldest first.</param>
    /// <param name="firstVisible">Index of the first of them to show.</param>
    public static DrawnBars Of(ChartStyle style, BarSeries bars, int firstVisible)
    {
        ArgumentNullException.ThrowIfNull(bars);
        return style switch
        {
            ChartStyle.HeikinAshi => new DrawnBars(HeikinAshi.Of(bars), firstVisible, HeikinAshi.Name),
            _ => new DrawnBars(bars, firstVisible),
        };
    }
}
