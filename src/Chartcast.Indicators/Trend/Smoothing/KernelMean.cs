using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>Means of the last n values with weights of any shape; costs n steps a value.</summary>
internal sealed class KernelMean
{
    private readonly double[] _shares;
    private readonly RollingWindow _window;

    /// <summary>Starts with no value.</summary>
    /// <param name="weights">One per value, oldest first; their sum is not 0.</param>
    public KernelMean(double[] weights)
    {
        double all = weights.Sum();
        _shares = [.. weights.Select(weight => weight / all)];
        _window = new RollingWindow(weights.Length);
    }

    /// <summary>Takes a value.</summary>
    /// <returns>The mean; NaN until n values are there, and while one of them is NaN.</returns>
    public double Next(double value)
    {
        _window.Add(value);
        if (!_window.IsFull) return double.NaN;
        double mean = 0;
        int newest = _shares.Length - 1;
        for (int age = newest; age >= 0; age--) mean += _shares[newest - age] * _window[age];
        return mean;
    }
}
