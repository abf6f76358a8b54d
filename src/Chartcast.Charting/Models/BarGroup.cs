namespace Chartcast.Charting.Models;

/// <summary>One or several bars as they are drawn.</summary>
/// <param name="Column">Device column of the centre.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Previous">The close before; <see cref="double.NaN"/> when there is none.</param>
internal readonly record struct BarGroup(
    int Column, double Open, double High, double Low, double Close, double Previous)
{
    /// <summary>Whether it counts as risen; equal prices do.</summary>
    /// <param name="comparesCloses">Whether since the previous close instead of the open.</param>
    public bool IsUp(bool comparesCloses) => Close >= (comparesCloses && double.IsFinite(Previous) ? Previous : Open);
}
