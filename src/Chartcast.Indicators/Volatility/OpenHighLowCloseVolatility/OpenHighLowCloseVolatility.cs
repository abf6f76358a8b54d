using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volatility.OpenHighLowCloseVolatility;

/// <summary>Volatility from all four prices of a bar, in percent a year.</summary>
/// <param name="length">n in bars, 1 or more.</param>
/// <param name="closedShare">The part of the time between two closes in which the market is closed, 0 to below
/// 1.</param>
/// <param name="barsPerYear">How many bars make a year; 252 trading days of daily bars.</param>
/// <remarks>With a closed market the jump from the close before to the open counts too. Source: M. B. Garman and M. J.
/// Klass, "On the Estimation of Security Price Volatilities from Historical Data", Journal of Business 53, 1980: the
/// best analytic scale-invariant estimator (their fourth) and the composite one with jumps (their sixth).</remarks>
internal sealed class OpenHighLowCloseVolatility(int length, double closedShare, double barsPerYear)
{
    private const double RangeWeight = 0.511, CrossWeight = 0.019, CloseWeight = 0.383;
    private const double JumpWeight = 0.12, Percent = 100;

    private readonly RollingSum _variances = new(length);
    private double _closeBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>Percent a year; NaN for the first n − 1 bars, or n when there are jumps, and for windows with prices
    /// that are not above 0.</returns>
    public double Next(in Bar bar)
    {
        double variance = Trading(bar);
        if (closedShare > 0)
        {
            double jump = LogReturn.Of(bar.Open / _closeBefore);
            variance = JumpWeight * jump * jump / closedShare
                + (1 - JumpWeight) * variance / (1 - closedShare);
        }

        _closeBefore = bar.Close;
        // Opens above every other price, as bad data have them, may make a variance negative.
        return Percent * Math.Sqrt(Math.Max(_variances.NextMean(variance), 0) * barsPerYear);
    }

    private static double Trading(in Bar bar)
    {
        double high = LogReturn.Of(bar.High / bar.Open);
        double low = LogReturn.Of(bar.Low / bar.Open);
        double close = LogReturn.Of(bar.Close / bar.Open);
        return RangeWeight * (high - low) * (high - low)
            - CrossWeight * (close * (high + low) - 2 * high * low)
            - CloseWeight * close * close;
    }
}
