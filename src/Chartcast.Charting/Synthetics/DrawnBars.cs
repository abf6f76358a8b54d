using Chartcast.Charting.Specs;
using Chartcast.Indicators.Bars;

namespace Chartcast.Charting.Synthetics;

/// <summary>The bars a chart draws, and computes its studies on: those of the market, or bars that its style makes of
/// them.</summary>
public readonly record struct DrawnBars
{
    internal DrawnBars(BarSeries bars, int firstVisible, string? note = null, BoxSize? box = null)
    {
        Bars = bars;
        FirstVisible = firstVisible;
        Note = note;
        BoxSize = box?.Price ?? double.NaN;
        IsBoxEnlarged = box?.IsEnlarged ?? false;
    }

    /// <summary>The bars; at least one when there was one.</summary>
    public BarSeries Bars { get; }

    /// <summary>Index of the first one shown.</summary>
    public int FirstVisible { get; }

    /// <summary>What the legend says about how they were made, such as <c>Heikin-Ashi</c>; null for the market's
    /// own.</summary>
    public string? Note { get; }

    /// <summary>The height of a brick or a box in price units; <see cref="double.NaN"/> for styles without.</summary>
    public double BoxSize { get; }

    /// <summary>Whether that is more than asked for, as there would be too many bricks.</summary>
    internal bool IsBoxEnlarged { get; }

    /// <summary>Makes the bars of a style.</summary>
    /// <param name="style">The style.</param>
    /// <param name="overrides">Its settings and looks, as <see cref="ChartSpec.SeriesOverrides"/>.</param>
    /// <param name="priceDecimals">Decimals of prices; sizes of boxes are whole steps of them.</param>
    /// <param name="bars">The market's bars, oldest first; at least one.</param>
    /// <param name="firstVisible">Index of the first of them to show.</param>
    public static DrawnBars Of(
        ChartStyle style, IReadOnlyDictionary<string, StudyStyleValue> overrides, int priceDecimals, BarSeries bars,
        int firstVisible)
    {
        ArgumentNullException.ThrowIfNull(overrides);
        ArgumentNullException.ThrowIfNull(bars);
        switch (style)
        {
            case ChartStyle.HeikinAshi:
                return new DrawnBars(HeikinAshi.Of(bars), firstVisible, HeikinAshi.Name);
            case ChartStyle.Renko:
                BoxSize brick = Size("boxSize");
                return Made(Renko.Of(bars, brick.Price), "Renko", brick);
            case ChartStyle.Kagi:
                BoxSize turn = Size("reversal");
                return Made(Kagi.Of(bars, turn.Price), "Kagi", turn);
            case ChartStyle.RangeBars:
                BoxSize range = Size("range");
                return Made(RangeBars.Of(bars, range.Price), "Range", range);
            case ChartStyle.PointAndFigure:
                BoxSize box = Size("boxSize");
                return Made(PointAndFigure.Of(bars, box.Price, Count("reversal")), $"P&F ×{Count("reversal")}", box);
            case ChartStyle.LineBreak:
                return Made(LineBreak.Of(bars, Count("lines")), $"{Count("lines")}-line break", null);
            default:
                return new DrawnBars(bars, firstVisible);
        }

        StudyStyleValue? Find(string attribute) =>
            overrides.TryGetValue($"{style.KeyPrefix()}.{attribute}", out StudyStyleValue value) ? value : null;

        BoxSize Size(string attribute) => Synthetics.BoxSize.Of(bars, Find(attribute), priceDecimals);

        int Count(string attribute) => (int)(Find(attribute)?.Number ?? UsualCount);

        DrawnBars Made(BarSeries made, string name, BoxSize? size) => new(
            made, FirstSince(made, bars.OpenTimesMs[firstVisible]),
            size is { } known ? $"{name} {known.Note}" : name, size);
    }

    /// <summary>Lines of a line break, and boxes of a turn, when nothing is said.</summary>
    private const int UsualCount = 3;

    /// <summary>The first bar since a time, or the last one when all are older.</summary>
    private static int FirstSince(BarSeries bars, long timeMs)
    {
        int first = 0;
        while (first < bars.Count - 1 && bars.OpenTimesMs[first] < timeMs) first++;
        return first;
    }
}
