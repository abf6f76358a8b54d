using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Cci;

/// <summary>Commodity channel index: how many mean deviations a value is away from its mean.</summary>
/// <param name="length">n in values, 1 or more.</param>
/// <remarks>All n deviations are taken from today's mean. Source: D. Lambert, "Commodity
/// Channel Index", Commodities, 1980.</remarks>
internal sealed class Cci(int length)
{
    // Lambert's: puts most values between −100 and 100.
    private const double Scale = 0.015;

    // Its mean of equal values is exactly that value, so that a flat window is recognised.
    private readonly RollingDeviation _mean = new(length);
    private readonly RollingWindow _window = new(length);

    /// <summary>Takes a value.</summary>
    /// <returns>The index; NaN for the first n − 1 values, and where all n are equal.</returns>
    public double Next(double value)
    {
        _window.Add(value);
        if (double.IsNaN(_mean.Next(value))) return double.NaN;
        double deviation = MeanDeviation(_mean.Mean);
        return deviation == 0 ? double.NaN : (value - _mean.Mean) / (Scale * deviation);
    }

    private double MeanDeviation(double mean)
    {
        double sum = 0;
        for (int age = 0; age < length; age++) sum += Math.Abs(_window[age] - mean);
        return sum / length;
    }
}
