namespace Chartcast.Indicators.Catalog;

/// <summary>The lines and fillings that many study panes share.</summary>
internal static class PaneForms
{
    private const string LevelColor = "rgb(120,123,134)";
    private const int Dashed = 2;
    private const string Upper = "UpperLimit", Lower = "LowerLimit";

    /// <summary>A plot that is a line of one colour.</summary>
    public static IndicatorOutput Line(string key, string color) => new(key, PlotKind.Line, [color], 1);

    /// <summary>A dashed grey level.</summary>
    public static IndicatorLevel Level(string key, double value, string color = LevelColor) =>
        new(key, value, color, Dashed);

    /// <summary>The dashed zero line.</summary>
    public static IndicatorLevel Zero(string key = "Zero") => Level(key, 0);

    /// <summary>The levels above and below which a market counts as stretched.</summary>
    public static IReadOnlyList<IndicatorLevel> Limits(double upper, double lower) =>
        [Level(Upper, upper), Level(Lower, lower)];

    /// <summary>The filling between those limits.</summary>
    public static IndicatorBand BetweenLimits(string color) => new("Hlines Background", Upper, Lower, color);
}
