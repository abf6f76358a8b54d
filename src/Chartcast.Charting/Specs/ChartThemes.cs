namespace Chartcast.Charting.Specs;

/// <summary>The themes a chart can have.</summary>
public static class ChartThemes
{
    /// <summary>The names a specification may use: <c>light</c>, <c>dark</c>, and <c>colorblind</c>, whose rising and
    /// falling colours are blue and vermilion, apart also to eyes that do not tell red from green.</summary>
    public static IReadOnlyList<string> Names { get; } = ["light", "dark", "colorblind"];
}
