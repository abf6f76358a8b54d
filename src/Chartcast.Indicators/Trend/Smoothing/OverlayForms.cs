using Chartcast.Indicators.Catalog;

namespace Chartcast.Indicators.Trend.Smoothing;

/// <summary>What the listings of overlays share.</summary>
internal static class OverlayForms
{
    public const string Blue = "rgb(33,150,243)", Orange = "rgb(255,109,0)", Green = "rgb(67,160,71)";
    public const int FarthestOffset = 10_000;

    private static readonly IReadOnlyList<string> MethodWords = ["Simple", "Exponential", "Weighted"];

    /// <summary>How a line averages; the value is a <see cref="SmoothingKind"/>.</summary>
    public static IndicatorParameter Method(string key) => ParameterForms.Choice(
        key, "kind of average", MethodWords[0], MethodWords, [.. Others(["method", "ma_type", "kind"], key)]);

    /// <summary>How many bars to the right a plot is drawn.</summary>
    public static IndicatorParameter Offset(string key) => ParameterForms.Whole(
        key, "bars to shift the plot to the right", 0, (-FarthestOffset, FarthestOffset),
        [.. Others(["offset", "shift"], key)]);

    /// <summary>How many times a distance is taken.</summary>
    public static IndicatorParameter Multiplier(
        string key, string title, double defaultValue, (double Minimum, double Maximum) range) =>
        ParameterForms.Number(key, title, defaultValue, range, [.. Others(["multiplier", "mult", "factor"], key)]);

    /// <summary>The light blue filling between two plots.</summary>
    public static IndicatorBand Fill(string upper, string lower) =>
        new("Plots Background", upper, lower, "rgba(33,150,243,0.1)");

    private static IEnumerable<string> Others(string[] keys, string key) => keys.Where(other => other != key);
}
