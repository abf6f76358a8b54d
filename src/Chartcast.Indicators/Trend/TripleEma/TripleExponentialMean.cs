using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.TripleEma;

/// <summary>3(e₁ − e₂) + e₃, with e₁ the exponential mean, e₂ that of e₁, e₃ that of e₂.</summary>
/// <param name="length">n in values, 1 or more.</param>
/// <remarks>Source: P. Mulloy, "Smoothing Data with Faster Moving Averages", Technical Analysis of Stocks &amp;
/// Commodities, 1994.</remarks>
internal sealed class TripleExponentialMean(int length)
{
    private readonly ExponentialMean _once = new(length);
    private readonly ExponentialMean _twice = new(length);
    private readonly ExponentialMean _thrice = new(length);

    public double Next(double value)
    {
        double once = _once.Next(value), twice = _twice.Next(once);
        return 3 * (once - twice) + _thrice.Next(twice);
    }
}
