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

    /// <summary>One of several lengths, named by a word such as <c>fast</c>.</summary>
    public static IndicatorParameter NamedLength(
        string key, string word, string title, double defaultValue, double maximum) => Whole(
        key, $"length of {title} in bars", defaultValue, maximum,
        Except([word, $"{word}period", $"{word}_period", $"{word}length", $"{word}_length"], key));

    /// <summary>A whole number with a range of its own.</summary>
    public static IndicatorParameter Whole(
        string key, string title, double defaultValue, (double Minimum, double Maximum) range,
        params string[] friendlyKeys) => new(
        key, title, ParameterKind.Integer, defaultValue, range.Minimum, range.Maximum, [], friendlyKeys);

    /// <summary>A number with a range of its own.</summary>
    public static IndicatorParameter Number(
        string key, string title, double defaultValue, (double Minimum, double Maximum) range,
        params string[] friendlyKeys) => new(
        key, title, ParameterKind.Number, defaultValue, range.Minimum, range.Maximum, [], friendlyKeys);

    /// <summary>One of several words; the value is the word's index.</summary>
    public static IndicatorParameter Choice(
        string key, string title, string defaultWord, IReadOnlyList<string> words, params string[] friendlyKeys) =>
        new(
            key, title, ParameterKind.Choice, IndexOf(words, defaultWord), 0, words.Count - 1, words, friendlyKeys);

    /// <summary>True or false.</summary>
    public static IndicatorParameter Switch(
        string key, string title, bool defaultValue, params string[] friendlyKeys) => new(
        key, title, ParameterKind.Switch, defaultValue ? 1 : 0, 0, 1, [], friendlyKeys);

    /// <summary>Another symbol.</summary>
    public static IndicatorParameter Symbol(string key, string title, string defaultSymbol) => new(
        key, title, ParameterKind.Symbol, 0, 0, 0, [], []) { DefaultText = defaultSymbol };

    public static IndicatorParameter Source(string key) => new(
        key, "price to read", ParameterKind.Choice, 0, 0, SourceWords.Count - 1, SourceWords,
        Except(["source", "src", "price"], key));

    private static string[] Except(string[] keys, string key) => [.. keys.Where(other => other != key)];

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == word) return i;
        }

        throw new ArgumentException($"{word} is not among the words.", nameof(word));
    }
}
