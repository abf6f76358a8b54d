using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Catalog;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.ChopZone;

/// <summary>Chop zone: columns of one height, coloured by how steeply the exponential mean of 34 closes rises or
/// falls.</summary>
/// <remarks>
/// The angle is that of the mean's change per bar, drawn to a scale on which the range of the last 30 bars is 25 times
/// their lowest price, in whole degrees. Colours from 5° rising (0) over 3.57°, 2.14° and 0.71° (3), the same falling
/// (4–7), and flatter ones (8). NaN for the first 34 bars. Source: TradingView's built-in of that name.
/// </remarks>
internal sealed class ChopZone : IndicatorStream
{
    /// <summary>Length of the mean.</summary>
    public const int MeanLength = 34;

    /// <summary>Bars of the range.</summary>
    public const int RangeLength = 30;

    private const double Scale = 25;
    private const byte Flat = 8;

    // Tangents of 4.5°, 3.5°, 2.5° and 0.5°: where angles round up to whole degrees beyond the bounds.
    private static readonly double[] Slopes =
        [0.07870170682461845, 0.061162620150484306, 0.043660942908512058, 0.0087268677907587893];

    private readonly ExponentialMean _mean = new(MeanLength);
    private readonly RollingExtreme _highest = RollingExtreme.Highest(RangeLength);
    private readonly RollingExtreme _lowest = RollingExtreme.Lowest(RangeLength);
    private double _before = double.NaN;

    public override void Next(in Bar bar, Span<double> values, Span<byte> colorIndexes)
    {
        double mean = _mean.Next(bar.Close), lowest = _lowest.Next(bar.Low), range = _highest.Next(bar.High) - lowest;
        double slope = (mean - _before) / bar.Price(PriceSource.Hlc3) * Scale * lowest / range;
        values[0] = double.IsNaN(_before) || double.IsNaN(range) ? double.NaN : 1;
        colorIndexes[0] = ColorIndexOf(slope);
        _before = mean;
    }

    private static byte ColorIndexOf(double slope)
    {
        for (int i = 0; i < Slopes.Length; i++)
        {
            if (slope >= Slopes[i]) return (byte)i;
            if (slope <= -Slopes[i]) return (byte)(i + Slopes.Length);
        }

        return Flat;
    }
}
