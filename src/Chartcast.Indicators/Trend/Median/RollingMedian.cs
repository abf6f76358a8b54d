namespace Chartcast.Indicators.Trend.Median;

/// <summary>Medians of the last n values by nearest rank: of an even number the lower of both middle ones.</summary>
/// <remarks>Keeps the window sorted; costs up to n steps a value.</remarks>
/// <param name="length">n in values, 1 or more.</param>
internal sealed class RollingMedian(int length)
{
    private readonly Rolling.RollingWindow _window = new(length);
    private readonly List<double> _sorted = [];

    public double Next(double value)
    {
        if (_window.IsFull) _sorted.RemoveAt(_sorted.BinarySearch(_window[length - 1]));
        _window.Add(value);
        int place = _sorted.BinarySearch(value);
        _sorted.Insert(place < 0 ? ~place : place, value);
        return _window.IsFull ? _sorted[(length - 1) / 2] : double.NaN;
    }
}
