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
    public static string? Shown(string? words, IReadOnlyList<string> secrets)
    {
        string clean = Clean(words, secrets);
        if (clean.Length == 0) return null;
        string shown = Prefix + clean;
        return shown.Length <= LongestShown ? shown : string.Concat(shown.AsSpan(0, LongestShown - 1), "…");
    }

    /// <summary>Removes what is no visible character, then the key.</summary>
    internal static string Clean(string? words, IReadOnlyList<string> secrets)
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

        return Mask(clean.ToString(), secrets);
    }

    /// <summary>The text without secrets, however they are spelt.</summary>
    internal static string Mask(string text, IReadOnlyList<string> secrets)
    {
        foreach (string secret in secrets.Where(static secret => secret.Length > 0))
        {
            foreach (string form in FormsOf(secret))
                text = text.Replace(form, "***", StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    /// <summary>A secret as an echo may spell it: plain, in an address, in JSON, in a Basic header.</summary>
    private static string[] FormsOf(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        JsonEncodedText.Encode(secret).Value,
        secret.Replace("/", "\\/", StringComparison.Ordinal),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)).TrimEnd('='),
    ];
}
