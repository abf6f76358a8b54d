using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.CloseToCloseVolatility;

/// <summary>The sample standard deviation of logarithmic returns, in percent a year.</summary>
/// <param name="length">n in returns, 2 or more.</param>
/// <param name="barsPerYear">How many bars make a year; 252 trading days of daily bars.</param>
/// <remarks>Divided by n − 1, unlike <see cref="HistoricalVolatility.HistoricalVolatility"/>: an estimate for returns
/// whose mean is not known. Source: J. C. Hull, "Options, Futures, and Other Derivatives", 2018, "Estimating
/// volatility from historical data".</remarks>
internal sealed class CloseToCloseVolatility(int length, double barsPerYear)
{
    private const double Percent = 100;

    private readonly LogReturn _return = new();
    private readonly RollingDeviation _deviation = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent a year; NaN for the first n bars.</returns>
    public double Next(in Bar bar)
    {
        _deviation.Next(_return.Next(bar.Close));
        return Percent * Math.Sqrt(_deviation.Squares / (length - 1) * barsPerYear);
    }
}
