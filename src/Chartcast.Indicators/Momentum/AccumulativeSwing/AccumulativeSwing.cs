using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Momentum.AccumulativeSwing;

/// <summary>Accumulative swing index: the sum of how strongly each bar swung against the one before.</summary>
/// <param name="limitMove">The largest move a day may make, in price units; above 0.</param>
/// <remarks>The first bar and bars without any range swing by 0. Source: J. W. Wilder, "New Concepts in
/// Technical Trading Systems", 1978.</remarks>
internal sealed class AccumulativeSwing(double limitMove) : IndicatorStream
{
    private const double Scale = 50;

    private Bar _before;
    private bool _hasBefore;
    private double _sum;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double swing = _hasBefore ? SwingOf(bar, _before) : double.NaN;
        // A bar without prices must not end the sum for ever.
        if (!double.IsNaN(swing)) _sum += swing;
        values[0] = _sum;
        _before = bar;
        _hasBefore = true;
    }

    private double SwingOf(in Bar bar, in Bar before)
    {
        double rise = Math.Abs(bar.High - before.Close), fall = Math.Abs(bar.Low - before.Close);
        double reach = Reach(rise, fall, bar.High - bar.Low) + Math.Abs(before.Close - before.Open) / 4;
        if (reach == 0) return 0;
        double move = bar.Close - before.Close + (bar.Close - bar.Open) / 2 + (before.Close - before.Open) / 4;
        return Scale * move / reach * Math.Max(rise, fall) / limitMove;
    }

    /// <summary>The largest of the three ways, less half of the opposite one.</summary>
    private static double Reach(double rise, double fall, double range)
    {
        if (rise >= fall && rise >= range) return rise - fall / 2;
        return fall >= range ? fall - rise / 2 : range;
    }
}
