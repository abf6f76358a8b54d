using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Levels.Fractals;

/// <summary>Finds Williams' fractals: values above n values on either side; known n values late.</summary>
/// <remarks>On the left up to four equal values may lie between the peak and the n lower ones, as in TradingView's
/// built-in. Source: B. Williams, "Trading Chaos", 1995.</remarks>
/// <param name="length">n in values, 1 or more.</param>
internal sealed class FractalFinder(int length)
{
    private const int MostEquals = 4;

    private readonly RollingWindow _values = new(length + MostEquals + 1);
    private readonly RollingWindow _highests = new(length + MostEquals + 2);
    private readonly RollingExtreme _highest = RollingExtreme.Highest(length);

    /// <summary>Takes a value.</summary>
    /// <returns>The value of n values ago when it is a fractal; NaN else.</returns>
    public double Next(double value)
    {
        double highestAfter = _highest.Next(value);
        _values.Add(value);
        _highests.Add(highestAfter);
        if (_values.Count <= length || !(_values[length] > highestAfter)) return double.NaN;
        double peak = _values[length];
        for (int equals = 0; equals <= MostEquals; equals++)
        {
            int neighbour = length + equals;
            if (_highests.Count <= neighbour + 1 || !(_values[neighbour] <= peak)) return double.NaN;
            if (_highests[neighbour + 1] < peak) return peak;
        }

        return double.NaN;
    }
}
