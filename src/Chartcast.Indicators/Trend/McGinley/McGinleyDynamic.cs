namespace Chartcast.Indicators.Trend.McGinley;

/// <summary>McGinley's dynamic: m += (x − m) / (n · (x / m)⁴), seeded with the plain mean of the first n.</summary>
/// <remarks>
/// Source: J. R. McGinley, "McGinley Dynamics", Market Technicians Association Journal, 1997; seed as TradingView's
/// built-in. When the price falls so far in one bar that the step would jump past it (below 56 % of the line for
/// n = 10), the line goes to the price: the bare formula then oscillates out of all bounds.
/// </remarks>
/// <param name="length">n in values, 1 or more.</param>
internal sealed class McGinleyDynamic(int length)
{
    private readonly Rolling.RollingSum _seed = new(length);
    private double _line = double.NaN;

    public double Next(double value)
    {
        if (double.IsNaN(_line)) return _line = _seed.NextMean(value);
        if (double.IsNaN(value)) return _line;
        // Written without a division by the line or by the price, either of which may be 0.
        double square = _line * _line, fourth = value * value * value * value * length;
        double share = _line == 0 || square * square >= fourth ? 1 : square * square / fourth;
        return _line += share * (value - _line);
    }
}
