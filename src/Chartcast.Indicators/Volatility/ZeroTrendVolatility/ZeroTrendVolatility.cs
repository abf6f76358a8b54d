using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.ZeroTrendVolatility;

/// <summary>The root mean square of logarithmic returns, in percent a year: volatility as if prices had no
/// trend.</summary>
/// <param name="length">n in returns, 1 or more.</param>
/// <param name="barsPerYear">How many bars make a year; 252 trading days of daily bars.</param>
/// <remarks>Source: E. Sinclair, "Volatility Trading", 2008, close-to-close estimator with the mean set to 0.</remarks>
internal sealed class ZeroTrendVolatility(int length, double barsPerYear)
{
    private const double Percent = 100;

    private readonly LogReturn _return = new();
    private readonly RollingSum _squares = new(length);

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent a year; NaN for the first n bars.</returns>
    public double Next(in Bar bar)
    {
        double change = _return.Next(bar.Close);
        return Percent * Math.Sqrt(_squares.NextMean(change * change) * barsPerYear);
    }
}
