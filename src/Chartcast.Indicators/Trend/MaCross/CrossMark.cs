namespace Chartcast.Indicators.Trend.MaCross;

/// <summary>Tells when one line passes another.</summary>
/// <remarks>Lines that only touch and part again on the same side have not crossed.</remarks>
internal sealed class CrossMark
{
    private int _side;

    /// <summary>Takes both lines' next values.</summary>
    /// <returns>The first line's value where it is on the other side than before, NaN elsewhere.</returns>
    public double Next(double first, double second)
    {
        if (double.IsNaN(first) || double.IsNaN(second)) return double.NaN;
        int side = first.CompareTo(second);
        if (side == 0) return double.NaN;
        bool crosses = _side != 0 && _side != side;
        _side = side;
        return crosses ? first : double.NaN;
    }
}
