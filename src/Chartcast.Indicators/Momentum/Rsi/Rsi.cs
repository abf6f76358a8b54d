using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.Rsi;

/// <summary>Relative strength index: how much of the recent movement was upward, 0 to 100.</summary>
/// <param name="length">n in values, 1 or more.</param>
/// <remarks>From Wilder means of rises and falls; 100 where nothing has fallen yet. Source: J. W. Wilder, "New Concepts
/// in Technical Trading Systems", 1978.</remarks>
internal sealed class Rsi(int length)
{
    private readonly ExponentialMean _rises = ExponentialMean.Wilder(length);
    private readonly ExponentialMean _falls = ExponentialMean.Wilder(length);
    private double _before = double.NaN;

    /// <summary>Takes a value.</summary>
    /// <returns>The index, 0–100; NaN for the first n values.</returns>
    public double Next(double value)
    {
        double change = value - _before;
        _before = value;
        double rise = _rises.Next(Math.Max(change, 0)), fall = _falls.Next(Math.Max(-change, 0));
        return fall == 0 ? 100 : 100 - 100 / (1 + rise / fall);
    }
}
