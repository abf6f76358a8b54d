using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Momentum.TrueStrength;

/// <summary>True strength: twice smoothed changes as a share of twice smoothed absolute changes, −1 to 1.</summary>
/// <param name="slow">Length of the first exponential mean in values, 1 or more.</param>
/// <param name="fast">Length of the second one, 1 or more.</param>
/// <remarks>Source: W. Blau, "Momentum, Direction, and Divergence", 1995.</remarks>
internal sealed class TrueStrength(int slow, int fast)
{
    private readonly ExponentialMean _changes = new(slow);
    private readonly ExponentialMean _smoothedChanges = new(fast);
    private readonly ExponentialMean _moves = new(slow);
    private readonly ExponentialMean _smoothedMoves = new(fast);
    private double _before = double.NaN;

    /// <summary>How many values it needs to settle.</summary>
    public static int WarmUpBars(int slow, int fast) =>
        1 + ExponentialMean.SettlingLength(slow) + ExponentialMean.SettlingLength(fast);

    /// <summary>Takes a value.</summary>
    /// <returns>The strength; NaN for the first slow + fast − 1 values, and until one differs.</returns>
    public double Next(double value)
    {
        double change = value - _before;
        _before = value;
        double changes = Twice(_changes, _smoothedChanges, change);
        double moves = Twice(_moves, _smoothedMoves, Math.Abs(change));
        return moves == 0 ? double.NaN : changes / moves;
    }

    private static double Twice(ExponentialMean first, ExponentialMean second, double value)
    {
        double mean = first.Next(value);
        return second.Next(mean);
    }
}
