using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chartcast.Generation.Providers.ChartImg;

/// <summary>Makes the upstream's words fit to be shown and logged: one line, no control characters, no key.</summary>
internal static class ChartImgText
{
    private const int LongestShown = 200;
    private const string Prefix = "Chart-IMG API error: ";

    /// <summary>The upstream's words after <c>Chart-IMG API error: </c>, at most 200 characters; null for no
    /// words.</summary>
    public static string? Shown(string? words, string apiKey)
    {
        string clean = Clean(words, apiKey);
        if (clean.Length == 0) return null;
        string shown = Prefix + clean;
        return shown.Length <= LongestShown ? shown : string.Concat(shown.AsSpan(0, LongestShown - 1), "…");
    }

    /// <summary>Removes what is no visible character, then the key.</summary>
    internal static string Clean(string? words, string apiKey)
    {
        if (string.IsNullOrEmpty(words)) return "";
        var clean = new StringBuilder(words.Length);
        bool gap = false;
        foreach (char c in words)
        {
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            // Format characters are dropped without a gap, so that they cannot split a key that is looked for below.
            if (category is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse) continue;
            if (char.IsWhiteSpace(c) || category == UnicodeCategory.Control)
            {
                gap = clean.Length > 0;
                continue;
            }

            if (gap) clean.Append(' ');
            gap = false;
            clean.Append(c);
        }

        return Mask(clean.ToString(), apiKey);
    }

    private static string Mask(string text, string apiKey)
    {
        if (apiKey.Length == 0) return text;
        foreach (string form in FormsOf(apiKey)) text = text.Replace(form, "***", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>The key as an echo may spell it: plain, in an address, in JSON, in a Basic header.</summary>
    private static string[] FormsOf(string apiKey) =>
    [
        apiKey,
        Uri.EscapeDataString(apiKey),
        JsonEncodedText.Encode(apiKey).Value,
        apiKey.Replace("/", "\\/", StringComparison.Ordinal),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(apiKey)).TrimEnd('='),
    ];
}
