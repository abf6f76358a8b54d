namespace Chartcast.Indicators.Catalog;

/// <summary>The parameters that many indicators share.</summary>
internal static class ParameterForms
{
    /// <summary>Words of price sources; the index is the value of <see cref="Bars.PriceSource"/>.</summary>
    public static readonly IReadOnlyList<string> SourceWords =
        ["close", "open", "high", "low", "hl2", "hlc3", "ohlc4"];

    private static readonly string[] LengthKeys = ["length", "period", "periods", "window"];

    public static IndicatorParameter Length(string key, double defaultValue, double maximum) => new(
        key, "length in bars", ParameterKind.Integer, defaultValue, 1, maximum, [], Except(LengthKeys, key));

    public static IndicatorParameter Whole(
        string key, string title, double defaultValue, double maximum, params string[] friendlyKeys) => new(
        key, title, ParameterKind.Integer, defaultValue, 1, maximum, [], friendlyKeys);

    public static IndicatorParameter Source(string key) => new(
        key, "price to read", ParameterKind.Choice, 0, 0, SourceWords.Count - 1, SourceWords,
        Except(["source", "src", "price"], key));

    private static string[] Except(string[] keys, string key) => [.. keys.Where(other => other != key)];
}
