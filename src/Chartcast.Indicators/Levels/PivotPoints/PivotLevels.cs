using Chartcast.Indicators.Bars;

namespace Chartcast.Indicators.Levels.PivotPoints;

/// <summary>The pivot and five levels on either side of it.</summary>
/// <remarks>Formulas as TradingView documents them for its standard pivot points.</remarks>
internal static class PivotLevels
{
    /// <summary>P, R1 to R5, S1 to S5.</summary>
    public const int Count = 1 + 2 * Steps;

    private const int Steps = 5;

    /// <summary>Computes the levels.</summary>
    /// <param name="kind">How.</param>
    /// <param name="last">The last period as one bar.</param>
    /// <param name="open">The open of the present period.</param>
    /// <param name="levels">Receives P, R1 to R5, S1 to S5; NaN for those that the kind does not know.</param>
    public static void Compute(PivotKind kind, in Bar last, double open, Span<double> levels)
    {
        levels.Fill(double.NaN);
        Span<double> above = levels.Slice(1, Steps), below = levels.Slice(1 + Steps, Steps);
        double high = last.High, low = last.Low, close = last.Close, range = high - low;
        double pivot = (high + low + close) / 3;
        switch (kind)
        {
            case PivotKind.Fibonacci:
                Around(pivot, range, [0.382, 0.618, 1], above, below);
                break;
            case PivotKind.Woodie:
                pivot = (high + low + 2 * open) / 4;
                Mirror(pivot, high, low, above, below);
                (above[2], below[2]) = (high + 2 * (pivot - low), low - 2 * (high - pivot));
                (above[3], below[3]) = (above[2] + range, below[2] - range);
                break;
            case PivotKind.Classic:
                Mirror(pivot, high, low, above, below);
                Around(pivot, range, [double.NaN, 1, 2, 3], above, below);
                break;
            case PivotKind.DeMark:
                double sum = DeMarkSum(last);
                pivot = sum / 4;
                (above[0], below[0]) = (sum / 2 - low, sum / 2 - high);
                break;
            case PivotKind.Camarilla:
                Around(close, 1.1 * range, [1 / 12.0, 1 / 6.0, 1 / 4.0, 1 / 2.0], above, below);
                above[4] = low == 0 ? double.NaN : high / low * close;
                below[4] = 2 * close - above[4];
                break;
            default:
                Mirror(pivot, high, low, above, below);
                (above[2], below[2]) = (2 * pivot + high - 2 * low, 2 * pivot - (2 * high - low));
                (above[3], below[3]) = (3 * pivot + high - 3 * low, 3 * pivot - (3 * high - low));
                (above[4], below[4]) = (4 * pivot + high - 4 * low, 4 * pivot - (4 * high - low));
                break;
        }

        levels[0] = pivot;
    }

    private static void Mirror(double pivot, double high, double low, Span<double> above, Span<double> below)
    {
        (above[0], below[0]) = (2 * pivot - low, 2 * pivot - high);
        (above[1], below[1]) = (pivot + (high - low), pivot - (high - low));
    }

    /// <summary>Levels some shares of a range away; a share that is NaN leaves its level as it is.</summary>
    private static void Around(
        double middle, double range, ReadOnlySpan<double> shares, Span<double> above, Span<double> below)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (double.IsNaN(shares[i])) continue;
            (above[i], below[i]) = (middle + shares[i] * range, middle - shares[i] * range);
        }
    }

    private static double DeMarkSum(in Bar bar) => bar.Close.CompareTo(bar.Open) switch
    {
        0 => bar.High + bar.Low + 2 * bar.Close,
        > 0 => 2 * bar.High + bar.Low + bar.Close,
        _ => bar.High + 2 * bar.Low + bar.Close,
    };
}
