using Chartcast.Indicators.Bars;
using Chartcast.Indicators.Rolling;

namespace Chartcast.Indicators.Volume.EaseOfMovement;

/// <summary>Ease of movement: how far the middle of the bars moves for the volume it takes, as a plain mean.</summary>
/// <param name="divisor">What volumes are divided by, for values of a readable size; 1 or more.</param>
/// <param name="length">n in bars, 1 or more.</param>
/// <remarks>Source: R. W. Arms, "Volume Cycles in the Stock Market", 1983.</remarks>
internal sealed class EaseOfMovement(double divisor, int length)
{
    private readonly RollingSum _moves = new(length);
    private double _middleBefore = double.NaN;

    /// <summary>Takes a bar.</summary>
    /// <returns>The mean; NaN for the first n bars and for windows with an unknown volume or none.</returns>
    public double Next(in Bar bar)
    {
        double middle = bar.Price(PriceSource.Hl2);
        double move = bar.Volume == 0
            ? double.NaN
            : divisor * (middle - _middleBefore) * (bar.High - bar.Low) / bar.Volume;
        _middleBefore = middle;
        return _moves.NextMean(move);
    }
}
