namespace Chartcast.Charting.Models;

/// <summary>One or several bars as they are drawn.</summary>
/// <param name="Column">Device column of the centre.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
internal readonly record struct BarGroup(int Column, double Open, double High, double Low, double Close)
{
    public bool IsUp => Close >= Open;
}
