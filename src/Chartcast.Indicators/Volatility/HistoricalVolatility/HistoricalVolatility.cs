using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.HistoricalVolatility;

/// <summary>Historical volatility: the population standard deviation of logarithmic returns, in percent a
/// year.</summary>
/// <param name="length">n in returns, 1 or more.</param>
/// <param name="interval">How long a bar lasts.</param>
/// <remarks>A year counts as 365 bars of up to a day and as 365 / 7 longer ones, months included: so the published
/// formula of TradingView's built-in "Historical Volatility" has it, which is kept for equal values.</remarks>
internal sealed class HistoricalVolatility(int length, BarInterval interval)
{
    private const double DaysPerYear = 365, DaysPerLongBar = 7, Percent = 100;

    private readonly LogReturn _return = new();
    private readonly RollingDeviation _deviation = new(length);
    private readonly double _scale = Percent
        * Math.Sqrt(interval.IsIntraday || interval == BarInterval.Day ? DaysPerYear : DaysPerYear / DaysPerLongBar);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent a year; NaN for the first n bars.</returns>
    public double Next(in Bar bar) => _scale * _deviation.Next(_return.Next(bar.Close));
}
