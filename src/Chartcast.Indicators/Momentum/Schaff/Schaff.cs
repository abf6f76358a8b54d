using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Schaff;

/// <summary>Schaff trend cycle: the place of MACD in its recent range, smoothed, and of that in its own, smoothed
/// again, 0–100.</summary>
/// <param name="length">Bars of both ranges, 1 or more.</param>
/// <param name="fast">Length of the fast exponential mean in bars, 1 or more.</param>
/// <param name="slow">Length of the slow one, 1 or more.</param>
/// <remarks>Where a range is zero the last place is held. Begins once both ranges are full. Source: D. Schaff, "Schaff
/// Trend Cycle", Technical Analysis of Stocks &amp; Commodities, 2008.</remarks>
internal sealed class Schaff(int length, int fast, int slow) : IndicatorStream
{
    /// <summary>Bars after which a smoothed place has forgotten what was before.</summary>
    public const int SettlingBars = 32;

    private const double NewShare = 0.5;

    private readonly ExponentialMean _fast = new(fast);
    private readonly ExponentialMean _slow = new(slow);
    private readonly SmoothedPlace _first = new(length);
    private readonly SmoothedPlace _second = new(length);

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes) =>
        values[0] = _second.Next(_first.Next(_fast.Next(bar.Close) - _slow.Next(bar.Close)));

    private sealed class SmoothedPlace(int length)
    {
        private readonly RollingPosition _position = new(length);
        private double _place;
        private double _smoothed = double.NaN;

        public double Next(double value)
        {
            double position = _position.Next(value);
            if (double.IsNaN(_position.Range)) return _smoothed;
            if (_position.Range > 0) _place = 100 * position;
            return _smoothed = double.IsNaN(_smoothed) ? _place : _smoothed + NewShare * (_place - _smoothed);
        }
    }
}
