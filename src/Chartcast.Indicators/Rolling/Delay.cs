namespace Chartcast.Indicators.Rolling;

/// <summary>Gives each value back a number of values later.</summary>
/// <param name="length">How many values later, 0 or more.</param>
public sealed class Delay(int length)
{
    private readonly RollingWindow _window = new(length + 1);

    /// <summary>Takes a value.</summary>
    /// <returns>The value of that many values ago; NaN while there is none.</returns>
    public double Next(double value)
    {
        _window.Add(value);
        return _window.IsFull ? _window[length] : double.NaN;
    }
}
