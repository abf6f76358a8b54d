namespace Chartcast.Indicators.Momentum.Shades;

/// <summary>Which colour a column takes by where it goes.</summary>
internal static class ColumnShades
{
    /// <summary>How wide the columns of an oscillator are that is nothing but columns.</summary>
    public const double WidthPx = 2;

    /// <summary>1 when it is above the one before, else 0; the first is not.</summary>
    public static byte OfDirection(double value, double before) => value > before ? (byte)1 : (byte)0;

    /// <summary>0 not below zero and rising, 1 not below zero and not rising, 2 below and rising, 3 below and not
    /// rising. The first value counts as not rising.</summary>
    public static byte OfSignAndDirection(double value, double before) =>
        (byte)((value < 0 ? 2 : 0) + (value > before ? 0 : 1));
}
