namespace Chartcast.Charting.Models;

/// <summary>Maps values to logical pixel rows of a pane and back; row 0 is the pane's top edge.</summary>
/// <remarks>Halved values keep the difference of two huge prices finite.</remarks>
internal readonly record struct PriceScale
{
    /// <summary>Minimum moves a range without extent is widened by, on either side.</summary>
    private const int DegenerateMoves = 5;

    /// <summary>Smallest extent of a range relative to its values that doubles still resolve with room for
    /// ticks.</summary>
    private const double RelativeFloor = 1e-12;

    /// <summary>The same where minimum moves mean nothing any more.</summary>
    private const double HugeRelativeFloor = 1e-3;
    private const double HugeValue = 1e12;
    private const double LargestValue = double.MaxValue / 4;

    private readonly double _halfMinimum;
    private readonly double _pxPerHalf;
    private readonly double _bottomRow;

    private PriceScale(ValueRange range, double heightPx, ScaleMargins margins)
    {
        double inner = Math.Max(1, heightPx * (1 - margins.Top - margins.Bottom) - 1);
        _halfMinimum = range.Minimum / 2;
        _pxPerHalf = inner / (range.Maximum / 2 - _halfMinimum);
        _bottomRow = heightPx - 1 - margins.Bottom * heightPx;
        HeightPx = heightPx;
        Range = range;
    }

    /// <summary>The values that fill the pane between its margins.</summary>
    public ValueRange Range { get; }

    public double HeightPx { get; }

    /// <summary>The value at the pane's top row.</summary>
    public double TopValue => ValueAt(0);

    /// <summary>The value at the pane's bottom row.</summary>
    public double BottomValue => ValueAt(HeightPx - 1);

    /// <summary>Fits a range into a pane.</summary>
    /// <param name="range">The values to show; empty for none.</param>
    /// <param name="heightPx">The pane's height.</param>
    /// <param name="margins">What stays free above and below.</param>
    /// <param name="minimumMove">The least difference between two values shown, greater than 0.</param>
    public static PriceScale Fit(ValueRange range, double heightPx, ScaleMargins margins, double minimumMove)
    {
        if (range.IsEmpty) range = new ValueRange(-0.5, 0.5);
        double low = Math.Clamp(range.Minimum, -LargestValue, LargestValue);
        double high = Math.Clamp(range.Maximum, -LargestValue, LargestValue);
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        double floor = size * (size >= HugeValue ? HugeRelativeFloor : RelativeFloor);
        if (high - low <= floor)
        {
            double widening = Math.Max(DegenerateMoves * minimumMove, floor);
            low -= widening;
            high += widening;
        }

        return new PriceScale(new ValueRange(low, high), heightPx, margins);
    }

    /// <summary>The row of a value; may lie outside the pane.</summary>
    public double RowOf(double value) => _bottomRow - (value / 2 - _halfMinimum) * _pxPerHalf;

    /// <summary>The value at a row.</summary>
    public double ValueAt(double row) => 2 * (_halfMinimum + (_bottomRow - row) / _pxPerHalf);
}

/// <summary>Free space of a pane as fractions of its height.</summary>
internal readonly record struct ScaleMargins(double Top, double Bottom);
