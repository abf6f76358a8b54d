namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>Names of the members of an advanced chart's body.</summary>
internal static class BodyKeys
{
    public const string Symbol = "symbol";
    public const string Interval = "interval";
    public const string Width = "width";
    public const string Height = "height";
    public const string Style = "style";
    public const string Theme = "theme";
    public const string Scale = "scale";
    public const string Session = "session";
    public const string TimeZone = "timezone";
    public const string Format = "format";
    public const string Range = "range";
    public const string Override = "override";
    public const string Studies = "studies";
    public const string Drawings = "drawings";
    public const string ShiftLeft = "shiftLeft";
    public const string ShiftRight = "shiftRight";
    public const string Watermark = "watermark";
    public const string WatermarkSize = "watermarkSize";
    public const string WatermarkOpacity = "watermarkOpacity";

    /// <summary>Every name.</summary>
    public static readonly string[] All =
    [
        Symbol, Interval, Width, Height, Style, Theme, Scale, Session, TimeZone, Format, Range, Override, Studies,
        Drawings, ShiftLeft, ShiftRight, Watermark, WatermarkSize, WatermarkOpacity,
    ];

    /// <summary>Where the arguments of <c>generate_chart</c> have another path than the body, longest first.</summary>
    private static readonly (string Argument, string Body)[] Renamed =
    [
        ($"{ChartArguments.Watermark}.text", Watermark),
        ($"{ChartArguments.Watermark}.size", WatermarkSize),
        ($"{ChartArguments.Watermark}.opacity", WatermarkOpacity),
        (ChartArguments.Indicators, Studies),
        (ChartArguments.ChartType, Style),
    ];

    /// <summary>The path in the body of a path in the arguments, such as <c>studies[0].input.in_0</c>.</summary>
    public static string PathOf(string argumentPath)
    {
        foreach ((string argument, string body) in Renamed)
        {
            if (argumentPath.StartsWith(argument, StringComparison.Ordinal))
                return body + argumentPath[argument.Length..];
        }

        return argumentPath;
    }
}
