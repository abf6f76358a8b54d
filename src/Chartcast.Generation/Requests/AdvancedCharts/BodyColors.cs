using System.Text.RegularExpressions;

namespace Chartcast.Generation.Requests.AdvancedCharts;

/// <summary>Which values of a body are colours, and which of them Chart-IMG takes.</summary>
public static partial class BodyColors
{
    // A switch, although its name has a colour in it.
    private const string NoColor = "OnPrevClose";

    private static readonly string[] PlainNames = ["profitBackground", "stopBackground"];

    /// <summary>Whether a key or a path ends with the name of a colour, such as <c>Plot.color</c>,
    /// <c>MACD.color.0</c>, <c>lineColor</c> or <c>areaStyle.color1</c>.</summary>
    public static bool IsColorKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        string[] parts = key.Split('.');
        bool isNumbered = parts.Length > 1 && parts[^1].Length > 0 && parts[^1].All(char.IsAsciiDigit);
        string last = isNumbered ? parts[^2] : parts[^1];
        return PlainNames.Contains(last)
            || (last.Contains("color", StringComparison.OrdinalIgnoreCase)
                && !last.EndsWith(NoColor, StringComparison.Ordinal));
    }

    /// <summary>Whether a text is a colour as Chart-IMG takes them: no blanks, and an alpha of at most one
    /// decimal.</summary>
    public static bool IsExact(string text) => Exact().IsMatch(text);

    [GeneratedRegex(@"\Argb(?<alpha>a)?\((?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9]),){2}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?(alpha),(?:0?\.[0-9]|[01](?:\.0)?))\)\z")]
    private static partial Regex Exact();
}
