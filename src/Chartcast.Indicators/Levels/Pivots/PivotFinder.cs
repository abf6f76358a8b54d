using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Levels.Pivots;

/// <summary>Finds values that stand above their neighbours; known as many values late as neighbours after it
/// count.</summary>
/// <param name="before">How many values before it must be lower, 1 or more.</param>
/// <param name="after">How many values after it must be lower, 1 or more.</param>
/// <param name="allowsEqualsAfter">Whether those after it may also be equal.</param>
internal sealed class PivotFinder(int before, int after, bool allowsEqualsAfter)
{
    private readonly Delay _candidates = new(after);
    private readonly Delay _highestsBefore = new(after + 1);
    private readonly RollingExtreme _before = RollingExtreme.Highest(before);
    private readonly RollingExtreme _after = RollingExtreme.Highest(after);

    /// <summary>Takes a value.</summary>
    /// <returns>The value of that many values ago when it is a pivot; NaN else.</returns>
    public double Next(double value)
    {
        double candidate = _candidates.Next(value), highestAfter = _after.Next(value);
        double highestBefore = _highestsBefore.Next(_before.Next(value));
        bool isPivot = candidate > highestBefore
            && (candidate > highestAfter || (allowsEqualsAfter && candidate == highestAfter));
        return isPivot ? candidate : double.NaN;
    }
}
