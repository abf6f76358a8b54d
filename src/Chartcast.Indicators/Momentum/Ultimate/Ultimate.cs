using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Ultimate;

/// <summary>Ultimate oscillator: buying pressure as a share of true range over three lengths, the short one weighing
/// most, 0–100.</summary>
/// <param name="fast">The short length in bars, 1 or more.</param>
/// <param name="middle">The middle one, 1 or more.</param>
/// <param name="slow">The long one, 1 or more.</param>
/// <remarks>The first bar has no close before it and does not count. NaN where the range of a whole length is zero.
/// Source: L. R. Williams, "The Ultimate Oscillator", Technical Analysis of Stocks &amp; Commodities, 1985.</remarks>
internal sealed class Ultimate(int fast, int middle, int slow) : IndicatorStream
{
    private const double FastWeight = 4, MiddleWeight = 2, SlowWeight = 1;

    private readonly Share _fast = new(fast);
    private readonly Share _middle = new(middle);
    private readonly Share _slow = new(slow);
    private double _closeBefore = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double low = Math.Min(bar.Low, _closeBefore), high = Math.Max(bar.High, _closeBefore);
        _closeBefore = bar.Close;
        double pressure = bar.Close - low, range = high - low;
        double sum = FastWeight * _fast.Next(pressure, range) + MiddleWeight * _middle.Next(pressure, range)
            + SlowWeight * _slow.Next(pressure, range);
        values[0] = 100 * sum / (FastWeight + MiddleWeight + SlowWeight);
    }

    private sealed class Share(int length)
    {
        private readonly RollingSum _pressures = new(length);
        private readonly RollingSum _ranges = new(length);

        public double Next(double pressure, double range)
        {
            double pressures = _pressures.Next(pressure), ranges = _ranges.Next(range);
            return ranges == 0 ? double.NaN : pressures / ranges;
        }
    }
}
