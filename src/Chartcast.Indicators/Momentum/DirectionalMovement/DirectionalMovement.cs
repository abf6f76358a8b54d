using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.DirectionalMovement;

/// <summary>Directional movement: how much of the range was made of new highs and of new lows, and how one-sided that
/// was.</summary>
/// <param name="length">Length of the directional lines in bars, 1 or more.</param>
/// <param name="smoothing">Length of the mean of the directional index in bars, 1 or more.</param>
/// <remarks>The first bar has neither movement nor true range, so that the lines begin at bar
/// <paramref name="length"/>. NaN until a bar has any range. Source: J. W. Wilder, "New Concepts in Technical Trading
/// Systems", 1978.</remarks>
internal sealed class DirectionalMovement(int length, int smoothing)
{
    private readonly TrueRange _range = new(countsFirst: false);
    private readonly ExponentialMean _ranges = ExponentialMean.Wilder(length);
    private readonly ExponentialMean _rises = ExponentialMean.Wilder(length);
    private readonly ExponentialMean _falls = ExponentialMean.Wilder(length);
    private readonly ExponentialMean _average = ExponentialMean.Wilder(smoothing);
    private double _highBefore = double.NaN;
    private double _lowBefore = double.NaN;

    /// <summary>Share of new highs, +DI, 0–100.</summary>
    public double Plus { get; private set; } = double.NaN;

    /// <summary>Share of new lows, −DI, 0–100.</summary>
    public double Minus { get; private set; } = double.NaN;

    /// <summary>How one-sided the two are, DX, 0–100.</summary>
    public double Index { get; private set; } = double.NaN;

    /// <summary>The mean of <see cref="Index"/>, ADX, 0–100.</summary>
    public double Average { get; private set; } = double.NaN;

    /// <summary>Takes the next bar.</summary>
    public void Next(in Bar bar)
    {
        double up = bar.High - _highBefore, down = _lowBefore - bar.Low;
        (_highBefore, _lowBefore) = (bar.High, bar.Low);
        double range = _ranges.Next(_range.Next(bar));
        Plus = PercentOf(_rises.Next(Larger(up, down)), range);
        Minus = PercentOf(_falls.Next(Larger(down, up)), range);
        // Ranges without any new high or low are no direction at all, not an unknown one.
        Index = Plus + Minus == 0 ? 0 : PercentOf(Math.Abs(Plus - Minus), Plus + Minus);
        Average = _average.Next(Index);
    }

    private static double Larger(double move, double opposite)
    {
        if (double.IsNaN(move) || double.IsNaN(opposite)) return double.NaN;
        return move > opposite && move > 0 ? move : 0;
    }

    private static double PercentOf(double part, double whole) => whole == 0 ? double.NaN : 100 * part / whole;
}
