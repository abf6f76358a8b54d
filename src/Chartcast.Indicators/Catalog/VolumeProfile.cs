using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Catalog;

/// <summary>How much was traded at which price: rows of equal height, lowest first.</summary>
/// <param name="Lowest">The lower edge of the first row, in price units.</param>
/// <param name="RowHeight">The height of a row, in price units.</param>
/// <param name="Up">Volume of bars that closed at or above their open, per row.</param>
/// <param name="Down">Volume of the other bars, per row.</param>
/// <param name="PointOfControl">Index of the row with the most volume; −1 when there is none.</param>
/// <param name="ValueAreaLow">Index of the lowest row of the value area; −1 when there is none.</param>
/// <param name="ValueAreaHigh">Index of its highest row; −1 when there is none.</param>
public sealed record VolumeProfile(
    double Lowest, double RowHeight, double[] Up, double[] Down, int PointOfControl, int ValueAreaLow,
    int ValueAreaHigh)
{
    /// <summary>The middle of the row with the most volume, in price units; <see cref="double.NaN"/> when there is
    /// none.</summary>
    public double PointOfControlPrice => PriceAt(PointOfControl, 0.5);

    /// <summary>The lower edge of the value area, in price units; <see cref="double.NaN"/> when there is
    /// none.</summary>
    public double ValueAreaLowPrice => PriceAt(ValueAreaLow, 0);

    /// <summary>The upper edge of the value area, in price units; <see cref="double.NaN"/> when there is
    /// none.</summary>
    public double ValueAreaHighPrice => PriceAt(ValueAreaHigh, 1);

    private double PriceAt(int row, double share) => row < 0 ? double.NaN : Lowest + (row + share) * RowHeight;
}

/// <summary>Computes the profile of some consecutive bars.</summary>
/// <param name="bars">All bars.</param>
/// <param name="first">Index of the first bar that counts.</param>
/// <param name="last">Index of the last bar that counts.</param>
/// <param name="inputs">One value per parameter, in the listing's order.</param>
public delegate VolumeProfile VolumeProfileComputation(
    BarSeries bars, int first, int last, IReadOnlyList<double> inputs);
