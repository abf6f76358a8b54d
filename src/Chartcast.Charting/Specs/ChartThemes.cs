namespace Chartcast.Charting.Specs;

/// <summary>The themes a chart can have.</summary>
public static class ChartThemes
{
    /// <summary>The names a specification may use: <c>light</c> and <c>dark</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["light", "dark"];
}
