namespace Chartcast.Indicators.Volume.VisibleRangeProfile;

/// <summary>Where most of the volume was traded.</summary>
/// <param name="PointOfControl">Index of the row with the most volume; −1 when there is no volume.</param>
/// <param name="Low">Index of the lowest row of the value area; −1 when there is none.</param>
/// <param name="High">Index of its highest row; −1 when there is none.</param>
/// <remarks>Source: J. P. Steidlmayer and K. Koy, "Markets and Market Logic", 1986.</remarks>
internal readonly record struct ValueArea(int PointOfControl, int Low, int High)
{
    // Rows that hold all but a rounding error of what is wanted are enough.
    private const double Rounding = 1e-12;
    private const int RowsAtOnce = 2;

    /// <summary>Grows the area from the point of control, two rows at a time, to the side that has more
    /// volume.</summary>
    /// <remarks>Of equal rows the one nearest to the middle is the point of control, the lower of two; of equal sides
    /// the upper one is taken.</remarks>
    /// <param name="rows">Volume per row, lowest first.</param>
    /// <param name="percent">How much of all volume the area holds at least, 0–100.</param>
    public static ValueArea Of(ReadOnlySpan<double> rows, double percent)
    {
        double total = 0;
        int control = -1;
        for (int i = 0; i < rows.Length; i++)
        {
            total += rows[i];
            if (rows[i] > 0 && (control < 0 || IsBetter(rows, i, control))) control = i;
        }

        return control < 0 ? new ValueArea(-1, -1, -1) : Grown(rows, control, total * percent / 100);
    }

    private static bool IsBetter(ReadOnlySpan<double> rows, int row, int than) =>
        rows[row] > rows[than]
        || (rows[row] == rows[than] && FromMiddle(rows, row) < FromMiddle(rows, than));

    private static int FromMiddle(ReadOnlySpan<double> rows, int row) => Math.Abs(2 * row - (rows.Length - 1));

    private static ValueArea Grown(ReadOnlySpan<double> rows, int control, double wanted)
    {
        int low = control, high = control;
        double held = rows[control];
        while (held < wanted * (1 - Rounding) && (low > 0 || high < rows.Length - 1))
        {
            int above = Math.Min(RowsAtOnce, rows.Length - 1 - high), below = Math.Min(RowsAtOnce, low);
            double upper = Sum(rows.Slice(high + 1, above)), lower = Sum(rows.Slice(low - below, below));
            bool goesUp = below == 0 || (above > 0 && upper >= lower);
            held += goesUp ? upper : lower;
            if (goesUp) high += above;
            else low -= below;
        }

        return new ValueArea(control, low, high);
    }

    private static double Sum(ReadOnlySpan<double> rows)
    {
        double sum = 0;
        foreach (double row in rows) sum += row;
        return sum;
    }
}
