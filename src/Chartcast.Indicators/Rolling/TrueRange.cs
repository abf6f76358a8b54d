using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Rolling;

/// <summary>How far prices ranged, the gap from the close before included.</summary>
/// <remarks>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.</remarks>
/// <param name="countsFirst">Whether the first bar, which has no close before, counts with high − low; else it is
/// NaN.</param>
public sealed class TrueRange(bool countsFirst)
{
    private double _closeBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The largest of high − low, |high − close before| and |low − close before|, in price units.</returns>
    public double Next(in Bar bar)
    {
        double before = _closeBefore, range = bar.High - bar.Low;
        _closeBefore = bar.Close;
        if (double.IsNaN(before)) return countsFirst ? range : double.NaN;
        return Math.Max(range, Math.Max(Math.Abs(bar.High - before), Math.Abs(bar.Low - before)));
    }
}
