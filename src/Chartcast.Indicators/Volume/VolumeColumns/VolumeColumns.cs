using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Volume.VolumeColumns;

/// <summary>Traded volume per bar, told apart by whether the bar rose or fell.</summary>
public static class VolumeColumns
{
    /// <summary>Copies the volumes.</summary>
    /// <param name="bars">The bars.</param>
    /// <returns>One volume per bar, in units of the base asset, NaN where unknown; and per bar 1 when it closed at or
    /// above its open, 0 when below.</returns>
    public static (double[] Volumes, byte[] ColorIndexes) Compute(BarSeries bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var indexes = new byte[bars.Count];
        ReadOnlySpan<double> opens = bars.Opens, closes = bars.Closes;
        for (int i = 0; i < indexes.Length; i++) indexes[i] = closes[i] >= opens[i] ? (byte)1 : (byte)0;
        return (bars.Volumes.ToArray(), indexes);
    }
}
