using Chartcast.Charting.Specs;

namespace Chartcast.Charting.Models;

/// <summary>Maps values to logical pixel rows of a pane and back; row 0 is the pane's top edge.</summary>
/// <remarks>Rows are even in the units of the axis, which only on a regular scale are the values themselves. Halved
/// units keep the difference of two huge prices finite.</remarks>
internal readonly record struct PriceScale
{
    /// <summary>Minimum moves a range without extent is widened by, on either side.</summary>
    private const int DegenerateMoves = 5;

    /// <summary>Smallest extent of a range relative to its values that doubles still resolve with room for
    /// ticks.</summary>
    private const double RelativeFloor = 1e-12;

    /// <summary>The same where minimum moves mean nothing any more.</summary>
    private const double HugeRelativeFloor = 1e-3;

    /// <summary>Smaller extents have no finite number of pixels a unit.</summary>
    private const double LeastExtent = 1e-300;
    private const double HugeValue = 1e12;
    private const double LargestValue = double.MaxValue / 4;

    private readonly double _pxPerHalf;
    private readonly double _minimumRow;

    private PriceScale(ScaleTransform transform, ValueRange units, double heightPx, ScaleMargins margins, bool inverted)
    {
        double inner = Math.Max(1, heightPx * (1 - margins.Top - margins.Bottom) - 1);
        double pxPerHalf = inner / (units.Maximum / 2 - units.Minimum / 2);
        _pxPerHalf = inverted ? -pxPerHalf : pxPerHalf;
        _minimumRow = inverted ? margins.Top * heightPx : heightPx - 1 - margins.Bottom * heightPx;
        Transform = transform;
        HeightPx = heightPx;
        Range = units;
    }

    /// <summary>The units that fill the pane between its margins.</summary>
    public ValueRange Range { get; }

    public double HeightPx { get; }

    /// <summary>From values to units.</summary>
    public ScaleTransform Transform { get; private init; }

    /// <summary>Whether small values are at the top.</summary>
    public bool IsInverted => _pxPerHalf < 0;

    /// <summary>The value at the pane's top row.</summary>
    public double TopValue => ValueAt(0);

    /// <summary>The value at the pane's bottom row.</summary>
    public double BottomValue => ValueAt(HeightPx - 1);

    /// <summary>Fits a range of values into a pane, evenly.</summary>
    /// <param name="range">The values to show; empty for none.</param>
    /// <param name="heightPx">The pane's height.</param>
    /// <param name="margins">What stays free above and below.</param>
    /// <param name="minimumMove">The least difference between two values shown, greater than 0.</param>
    /// <param name="isInverted">Whether small values are at the top.</param>
    public static PriceScale Fit(
        ValueRange range, double heightPx, ScaleMargins margins, double minimumMove, bool isInverted = false) =>
        new(ScaleTransform.Regular, Widened(range, minimumMove), heightPx, margins, isInverted);

    /// <summary>Fits a range of units into a pane.</summary>
    /// <param name="transform">From values to units.</param>
    /// <param name="units">The units to show; empty for none.</param>
    /// <param name="heightPx">The pane's height.</param>
    /// <param name="margins">What stays free above and below.</param>
    /// <param name="minimumMove">The least difference between two values shown, greater than 0.</param>
    /// <param name="isInverted">Whether small values are at the top.</param>
    public static PriceScale FitUnits(
        ScaleTransform transform, ValueRange units, double heightPx, ScaleMargins margins, double minimumMove,
        bool isInverted = false)
    {
        if (transform.Mode == ScaleMode.Logarithmic && !units.IsEmpty)
        {
            // The least difference is one of prices: unequal in logarithms.
            var prices = new ValueRange(transform.ToPrice(units.Minimum), transform.ToPrice(units.Maximum));
            if (!(units.Maximum > units.Minimum)) units = transform.ToUnits(Widened(prices, minimumMove));
        }
        else
        {
            units = Widened(units, minimumMove);
        }

        if (units.IsEmpty) units = Widened(units, minimumMove);
        return new PriceScale(transform, units, heightPx, margins, isInverted);
    }

    /// <summary>The same rows for a series that is counted from another price.</summary>
    public PriceScale WithBase(double basePrice) => this with { Transform = Transform.WithBase(basePrice) };

    /// <summary>The row of a value; may lie outside the pane.</summary>
    public double RowOf(double value) => RowOfUnits(Transform.ToUnits(value));

    /// <summary>The row of a number of units.</summary>
    public double RowOfUnits(double units) => _minimumRow - (units / 2 - Range.Minimum / 2) * _pxPerHalf;

    /// <summary>The value at a row; the greatest number there is where a logarithmic axis goes on beyond it.</summary>
    public double ValueAt(double row) =>
        Math.Clamp(Transform.ToPrice(UnitsAt(row)), -double.MaxValue, double.MaxValue);

    /// <summary>The units at a row.</summary>
    public double UnitsAt(double row) => 2 * (Range.Minimum / 2 + (_minimumRow - row) / _pxPerHalf);

    /// <summary>What the axis writes for a value: percent or points on a relative scale, else the value.</summary>
    public double LabelOf(double value) => Transform.IsRelative ? Transform.ToUnits(value) : value;

    /// <summary>The row of what the axis writes.</summary>
    public double RowOfLabel(double label) => Transform.IsRelative ? RowOfUnits(label) : RowOf(label);

    /// <summary>How the axis writes it.</summary>
    /// <param name="values">How the values themselves are written.</param>
    public PriceFormat LabelFormat(PriceFormat values) => Transform.Mode switch
    {
        ScaleMode.Percent => PriceFormat.Percent,
        ScaleMode.IndexedTo100 => PriceFormat.Index,
        _ => values,
    };

    private static ValueRange Widened(ValueRange range, double minimumMove)
    {
        if (range.IsEmpty) range = new ValueRange(-0.5, 0.5);
        double low = Math.Clamp(range.Minimum, -LargestValue, LargestValue);
        double high = Math.Clamp(range.Maximum, -LargestValue, LargestValue);
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        double floor = Math.Max(LeastExtent, size * (size >= HugeValue ? HugeRelativeFloor : RelativeFloor));
        if (high - low > floor) return new ValueRange(low, high);
        double widening = Math.Max(DegenerateMoves * minimumMove, floor);
        return new ValueRange(low - widening, high + widening);
    }
}

/// <summary>Free space of a pane as fractions of its height, as it lies on the picture, inverted or not.</summary>
internal readonly record struct ScaleMargins(double Top, double Bottom)
{
    /// <summary>Where columns of volume are.</summary>
    public static readonly ScaleMargins LowerFifth = new(0.8, 0);
}
