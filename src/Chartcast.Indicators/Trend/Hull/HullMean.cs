using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Trend.Hull;

/// <summary>Hull's mean: twice a weighted mean over half the length, less the whole one, smoothed over √n.</summary>
/// <param name="length">n in values, 1 or more.</param>
/// <remarks>Source: A. Hull, "Hull Moving Average", 2005.</remarks>
internal sealed class HullMean(int length)
{
    private readonly RollingWeightedMean _half = new(Math.Max(1, length / 2));
    private readonly RollingWeightedMean _whole = new(length);
    private readonly RollingWeightedMean _smooth = new(RootLength(length));

    public double Next(double value) => _smooth.Next(2 * _half.Next(value) - _whole.Next(value));

    public static int WarmUpBars(int length) => length + RootLength(length) - 2;

    private static int RootLength(int length) => (int)Math.Sqrt(length);
}
